/**
 * type-graphql wraps each field in a resolver, so that its guards can run; a list of 50 tickets calls 450 of them. A field
 * that is neither guarded nor computed is a property of its object, which the executor reads by itself. Guarded fields
 * keep their resolvers: type-graphql's own `simpleResolvers` would drop their guards without a word.
 */
import { type GraphQLSchema, isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>;
type FieldMetadata = Metadata['fields'][number];

/** For a schema that was built without global middlewares, and whose objects are instances of their classes. */
export function readPlainFields(schema: GraphQLSchema): void {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  for (const { name, fields = [], interfaceClasses = [] } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const inherited = interfaceTypes.filter(({ target }) => interfaceClasses.includes(target));
    const own = new Set(fields.map((field) => field.schemaName));
    const taken = inherited.flatMap((parent) => parent.fields ?? []).filter((field) => !own.has(field.schemaName));
    for (const field of [...taken, ...fields]) {
      const built = type.getFields()[field.schemaName];
      if (built && isPlain(field)) delete built.resolve;
    }
  }
}

/** A getter is a property too; what else type-graphql has a resolver for is computed. */
function isPlain(field: FieldMetadata): boolean {
  const { target, name, schemaName } = field;
  const resolver = getMetadataStorage().fieldResolvers.find(
    ({ methodName, getObjectType }) => methodName === name && getObjectType?.() === target,
  );
  const isProperty = !resolver || Object.getOwnPropertyDescriptor(target.prototype, name)?.get !== undefined;
  return isProperty && name === schemaName && !isGuarded(field) && !(resolver && isGuarded(resolver));
}

function isGuarded({ roles, middlewares = [] }: Pick<FieldMetadata, 'roles' | 'middlewares'>): boolean {
  return roles !== undefined || middlewares.length > 0;
}
