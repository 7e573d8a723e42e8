/**
 * How many tickets each of several filters leaves, in one request: what one filter asks, once per filter under an alias.
 * The number of filters is known only at run time, so the document is put together from one that the generator has checked.
 */
import type { TypedDocumentNode } from '@apollo/client';
import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { gql } from '../../apollo/gql.js';
import { CountTicketsDocument, type TicketFilter } from '../../gql/graphql.js';

gql`
  query CountTickets($filter: TicketFilter) {
    tickets(filter: $filter, first: 1) {
      totalCount
    }
  }
`;

/** The server answers documents of up to 50 aliases. */
export const COUNTED_AT_ONCE = 20;

type FilterVariables = { [variable: `filter${number}`]: TicketFilter | null };
type FilterCounts = { [alias: `count${number}`]: { totalCount: number | null } };

/** Asks `howMany` counts, in one operation with what stands in `beside`. */
export function countingQuery<TData = unknown>(
  howMany: number,
  beside?: TypedDocumentNode<TData, Record<string, never>>,
): TypedDocumentNode<TData & FilterCounts, FilterVariables> {
  const asked = Array.from({ length: howMany }, (_, index) => numbered(operationOf(CountTicketsDocument), index));
  const base = beside && operationOf(beside);
  const operation: OperationDefinitionNode = {
    ...operationOf(CountTicketsDocument),
    ...base,
    variableDefinitions: asked.flatMap(({ variableDefinitions = [] }) => variableDefinitions),
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [base, ...asked].flatMap((part) => part?.selectionSet.selections ?? []),
    },
  };
  const fragments = beside?.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) ?? [];
  return { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
}

export function filterVariables(filters: readonly (TicketFilter | null)[]): FilterVariables {
  return Object.fromEntries(filters.map((filter, index) => [`filter${index}`, filter]));
}

/** In the order of the filters; null where the server cannot count so many in time, undefined while nothing is known. */
export function countsOf(data: FilterCounts | undefined, filters: readonly unknown[]): (number | null | undefined)[] {
  return filters.map((_, index) => data?.[`count${index}`]?.totalCount);
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The document has no operation');
  return operation;
}

/** The operation with names of its own for what it takes and gives. */
function numbered(operation: OperationDefinitionNode, index: number): OperationDefinitionNode {
  return visit(operation, {
    Variable: ({ name, ...variable }) => ({ ...variable, name: { ...name, value: `${name.value}${index}` } }),
    Field: (field) =>
      field.name.value === 'tickets' ? { ...field, alias: { kind: Kind.NAME, value: `count${index}` } } : undefined,
  });
}
