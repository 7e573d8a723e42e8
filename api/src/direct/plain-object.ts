/** The JSON of an object's plain fields: those that the executor would read from it by itself, of scalars and enums. */
import {
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  getNullableType,
  isLeafType,
  isNonNullType,
} from 'graphql';

export type Selected = ReadonlyMap<string, readonly FieldNode[]>;

/** Null for an object that holds anything else than the schema lets one expect. */
export type PlainWriter = (object: object) => string | null;

type Part = { readonly key: string; readonly name: string; readonly leaf: GraphQLLeafType; readonly nullable: boolean };

/** Null where a selected field is guarded, computed, or an object itself. */
export function plainWriter(type: GraphQLObjectType, selected: Selected): PlainWriter | null {
  const parts: (Part | string)[] = [];
  for (const [key, [node]] of selected) {
    const name = node?.name.value ?? '';
    if (name === '__typename') {
      parts.push(`${JSON.stringify(key)}:"${type.name}"`);
      continue;
    }
    const field = type.getFields()[name];
    const leaf = getNullableType(field?.type);
    if (!field || field.resolve || !isLeafType(leaf)) return null;
    parts.push({ key: JSON.stringify(key), name, leaf, nullable: !isNonNullType(field.type) });
  }
  return (object) => {
    const written: string[] = [];
    for (const part of parts) {
      const json = typeof part === 'string' ? part : jsonOf(part, object);
      if (json === null) return null;
      written.push(json);
    }
    return `{${written.join(',')}}`;
  };
}

function jsonOf({ key, name, leaf, nullable }: Part, object: object): string | null {
  const value = (object as Readonly<Record<string, unknown>>)[name];
  if (value == null) return nullable ? `${key}:null` : null;
  // The executor would call a function and wait for a promise.
  if (typeof value === 'function' || (typeof value === 'object' && 'then' in value)) return null;
  return `${key}:${JSON.stringify(leaf.serialize(value))}`;
}
