/** A document for every field of a schema, each with the rules that it meets on its way there. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { accessRules } from '../../src/access-rules.js';
import { type AccessRule, ruleOf } from '../../src/graphql/access.js';

export type AskedField = {
  readonly name: string;
  readonly document: string;
  readonly rules: readonly (AccessRule | null)[];
};
type Step = {
  readonly field: GraphQLField<unknown, unknown>;
  readonly on: GraphQLObjectType;
  readonly condition: string;
};

/** A value for every argument that must be there; ids name what exists. */
function valueFor(type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return `[${valueFor(inner.ofType)}]`;
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? '';
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(({ type: field }) => isNonNullType(field));
    return `{ ${fields.map((field) => `${field.name}: ${valueFor(field.type)}`).join(', ')} }`;
  }
  return { ID: '"VGlja2V0OjE"', Int: '1', Boolean: 'true', Float: '1' }[inner.toString()] ?? '"x"';
}

export function called({ name, args }: GraphQLField<unknown, unknown>): string {
  const needed = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return needed.length ? `${name}(${needed.map((one) => `${one.name}: ${valueFor(one.type)}`).join(', ')})` : name;
}

/** The shortest way to each field of each type, from a root that only reads. */
export function askedFields(schema: GraphQLSchema): AskedField[] {
  return fieldsFrom(schema, schema.getQueryType());
}

/** The same for what only subscriptions reach. */
export function followedFields(schema: GraphQLSchema): AskedField[] {
  const asked = new Set(askedFields(schema).map(({ name }) => name));
  return fieldsFrom(schema, schema.getSubscriptionType())
    .filter(({ name }) => !asked.has(name))
    .map(({ document, ...field }) => ({ ...field, document: `subscription ${document}` }));
}

function fieldsFrom(schema: GraphQLSchema, root: GraphQLObjectType | null | undefined): AskedField[] {
  if (!root) throw new Error('There is no such type.');
  const seen = new Set<string>();
  const asked: AskedField[] = [];
  const queue: { type: GraphQLObjectType; steps: readonly Step[] }[] = [{ type: root, steps: [] }];
  for (let at = queue.shift(); at; at = queue.shift()) {
    const { type, steps } = at;
    if (seen.has(type.name)) continue;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const step = { field, on: type, condition: '' };
      const inner = getNamedType(field.type);
      asked.push(asking([...steps, step], isLeafType(inner) ? '' : ' { __typename }'));
      const nexts = isObjectType(inner) ? [inner] : isAbstractType(inner) ? schema.getPossibleTypes(inner) : [];
      for (const next of nexts) {
        const condition = isObjectType(inner) ? '' : next.name;
        queue.push({ type: next, steps: [...steps, { ...step, condition }] });
      }
    }
  }
  return asked;
}

function asking(steps: readonly Step[], end: string): AskedField {
  const opened = steps.map(({ field, on }, index) => {
    const opens =
      steps[index - 1] &&
      ruleOf(accessRules, steps[index - 1]?.on.name ?? '', steps[index - 1]?.field.name ?? '')?.opens;
    return opens?.includes(field.name) ? ({ to: 'PUBLIC' } as const) : ruleOf(accessRules, on.name, field.name);
  });
  const inside = steps.reduceRight((text, { field, condition }, index) => {
    if (index === steps.length - 1) return called(field) + end;
    return `${called(field)} { ${condition ? `... on ${condition} { ${text} }` : text} }`;
  }, '');
  const last = steps.at(-1);
  return { name: `${last?.on.name}.${last?.field.name}`, document: `{ ${inside} }`, rules: opened };
}
