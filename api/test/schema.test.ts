import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  buildClientSchema,
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { accessRules } from '../src/access-rules.js';
import { ruleOf } from '../src/graphql/access.js';
import { printWithAccess } from '../src/graphql/printed-access.js';
import { createSchema } from '../src/schema.js';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
let served: GraphQLSchema;
beforeAll(async () => {
  desk = await startDesk();
  const query = getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, schemaDescription: true });
  served = buildClientSchema((await desk.graphql<IntrospectionQuery>(query)).data);
});
afterAll(() => desk.close());

const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

test('schema.graphql is what the desk serves', () => {
  const withoutRules = lexicographicSortSchema(buildSchema(committed));
  expect(printSchema(lexicographicSortSchema(served))).toBe(printSchema(withoutRules));
});

test('schema.graphql shows who may select what', async () => {
  expect(committed).toBe(printWithAccess(await createSchema(), accessRules));
});

test('every type and field has a rule of access, and no rule is without one', () => {
  const fields = Object.values(served.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type)
      ? Object.keys(type.getFields()).map((field) => [type.name, field] as const)
      : [],
  );
  const bare = fields.filter(([type, field]) => ruleOf(accessRules, type, field) === null);
  expect(bare).toEqual([]);
  const known = new Set(fields.flatMap(([type, field]) => [type, `${type}.${field}`]));
  expect(Object.keys(accessRules).filter((name) => !known.has(name))).toEqual([]);
});

type Described = { readonly description?: string | null | undefined };

/** The parts of a type that a reader of the schema meets, by their paths. */
function partsOf(type: GraphQLNamedType): [path: string, part: Described][] {
  const parts: [string, Described][] = [[type.name, type]];
  const add = (path: string, part: Described) => parts.push([`${type.name}.${path}`, part]);
  if (isEnumType(type)) for (const value of type.getValues()) add(value.name, value);
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) add(field.name, field);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      add(field.name, field);
      for (const argument of field.args) add(`${field.name}(${argument.name})`, argument);
    }
  }
  return parts;
}

test('every type, field, argument, input field and enum value is described', () => {
  const types = Object.values(served.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const parts = types.flatMap(partsOf);
  expect(parts.length).toBeGreaterThan(200);
  expect(parts.filter(([, { description }]) => !description?.trim()).map(([path]) => path)).toEqual([]);
});

test('every type that a connection lists is a node', () => {
  const connections = Object.values(served.getTypeMap()).filter(({ name }) => name.endsWith('Connection'));
  const listed = connections.map(({ name }) => {
    const edge = served.getType(name.replace(/Connection$/, 'Edge'));
    return isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : null;
  });
  const isNode = (type: (typeof listed)[number]) =>
    (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');
  expect(listed.map(isNode)).toEqual(connections.map(() => true));
  expect(connections.length).toBeGreaterThanOrEqual(2);
});
