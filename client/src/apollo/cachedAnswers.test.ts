import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { createCache } from './cache.js';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
const folder = new URL('../gql/documents/', import.meta.url);
const scalars: Record<string, unknown> = { Int: 1, Float: 1, Boolean: true };

const operationOf = ({ definitions }: DocumentNode) => definitions[0] as OperationDefinitionNode;
const nameOf = (document: DocumentNode) => operationOf(document).name?.value;

async function everyDocument(): Promise<DocumentNode[]> {
  const modules = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)));
  return modules
    .flatMap((module) => Object.values(module as Record<string, DocumentNode>))
    .filter(({ definitions: [first] }) => first?.kind === Kind.OPERATION_DEFINITION);
}

/** Every variable has the same value, so that all documents ask for the same objects. */
function variablesOf(document: DocumentNode): Record<string, string> {
  const names = operationOf(document).variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  return Object.fromEntries(names.map((name) => [name, 'same']));
}

/** An answer of the right shape, in which an object has one id wherever it stands. */
function answerOf(document: DocumentNode): Record<string, unknown> {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const isOf = (type: GraphQLObjectType, condition: string | undefined) => {
    const wanted = condition === undefined ? type : schema.getType(condition);
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  };
  const fieldsOf = (
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
  ): [string, string, SelectionNode[]][] =>
    selections.flatMap((selection): [string, string, SelectionNode[]][] => {
      if (selection.kind === Kind.FIELD) {
        const { alias, name, selectionSet } = selection;
        return [[alias?.value ?? name.value, name.value, [...(selectionSet?.selections ?? [])]]];
      }
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return part && isOf(type, part.typeCondition?.name.value) ? fieldsOf(type, part.selectionSet.selections) : [];
    });
  const objectOf = (type: GraphQLObjectType, selections: readonly SelectionNode[]): Record<string, unknown> => {
    const asked = new Map<string, { name: string; selections: SelectionNode[] }>();
    for (const [key, name, inner] of fieldsOf(type, selections))
      asked.set(key, { name, selections: [...(asked.get(key)?.selections ?? []), ...inner] });
    const values = [...asked].map(([key, { name, selections: inner }]) => {
      const field = type.getFields()[name];
      return [key, name === 'id' ? `${type.name} 1` : field ? valueFor(field.type, inner) : type.name];
    });
    return { __typename: type.name, ...Object.fromEntries(values) };
  };
  const valueFor = (of: GraphQLOutputType, selections: readonly SelectionNode[]): unknown => {
    const type = getNullableType(of);
    if (isListType(type)) {
      const item = getNullableType(type.ofType as GraphQLOutputType);
      const kinds = isAbstractType(item) ? schema.getPossibleTypes(item) : [item];
      return kinds.map((kind) => valueFor(kind as GraphQLOutputType, selections));
    }
    if (isObjectType(type)) return objectOf(type, selections);
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type);
      const meant = possible.find(
        (one) => fieldsOf(one, selections).length > fieldsOf(possible[0] ?? one, selections).length,
      );
      return objectOf(meant ?? (possible[0] as GraphQLObjectType), selections);
    }
    return isEnumType(type) ? type.getValues()[0]?.name : (scalars[type.toString()] ?? 'x');
  };
  const { operation, selectionSet } = operationOf(document);
  return objectOf(schema.getRootType(operation) as GraphQLObjectType, selectionSet.selections);
}

/** Else a page loses part of what it shows as soon as another asks for less of the same object. */
test('no answer takes from the cache what another document shows', async () => {
  const documents = (await everyDocument()).filter((document) => operationOf(document).operation !== 'subscription');
  const answers = new Map(documents.map((document) => [document, answerOf(document)]));
  const taken: string[] = [];
  for (const query of documents.filter((document) => operationOf(document).operation === 'query')) {
    const cache = createCache();
    const write = (document: DocumentNode) =>
      cache.writeQuery({ query: document, variables: variablesOf(document), data: answers.get(document) });
    const isWhole = () =>
      cache.diff({ query, variables: variablesOf(query), optimistic: false, returnPartialData: true }).complete;
    write(query);
    expect([nameOf(query), isWhole()]).toEqual([nameOf(query), true]);
    for (const document of documents) {
      write(document);
      if (isWhole()) continue;
      taken.push(`${nameOf(document)} takes from ${nameOf(query)}`);
      write(query);
    }
  }
  expect(taken).toEqual([]);
});
