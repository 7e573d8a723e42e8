/**
 * Every rule of the cache stands here. A mutation returns what the screens show, objects are normalised by their global id,
 * and the policies below settle the rest: how pages of a list join, which rows a filtered list still shows, and what leaves
 * when something is deleted. No component writes to the cache.
 */
import {
  type FieldFunctionOptions,
  type FieldPolicy,
  InMemoryCache,
  type Reference,
  type TypePolicies,
} from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';

interface Edge {
  cursor: string;
  node: Reference;
}

interface Connection {
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount?: number | null;
}

type Options = FieldFunctionOptions<Record<string, unknown>>;

const relay = relayStylePagination() as Required<Pick<FieldPolicy<Connection>, 'read' | 'merge'>> & {
  merge: (existing: Connection | undefined, incoming: Connection, options: Options) => Connection;
  read: (existing: Connection | undefined, options: Options) => Connection | undefined;
};

/**
 * A refreshed first page replaces the head of the list, and the rows loaded below it stay: a reader deep in the list keeps
 * their place. Where the two no longer overlap, the fresh page is all there is.
 */
function mergePage(existing: Connection | undefined, incoming: Connection, options: Options): Connection {
  const isHead = !options.args?.after && !options.args?.before;
  const last = incoming.edges.at(-1)?.node.__ref;
  const overlap = existing && isHead && last ? existing.edges.findIndex(({ node }) => node.__ref === last) : -1;
  if (!existing || overlap < 0) return relay.merge(existing, incoming, options);
  const fresh = new Set(incoming.edges.map(({ node }) => node.__ref));
  const below = existing.edges.slice(overlap + 1).filter(({ node }) => !fresh.has(node.__ref) && fits(node, options));
  if (below.length === 0) return relay.merge(existing, incoming, options);
  const { hasNextPage, endCursor } = existing.pageInfo;
  return {
    ...incoming,
    edges: [...incoming.edges, ...below],
    pageInfo: { ...incoming.pageInfo, hasNextPage, endCursor },
  };
}

const filteredFields = ['category', 'priority', 'status'] as const;

/** Whether a ticket, as it stands now, still belongs into a list with these arguments. */
function fits(node: Reference, { args, readField }: Options): boolean {
  const filter = args?.filter as Partial<Record<(typeof filteredFields)[number], string[] | null>> | null | undefined;
  return filteredFields.every((field) => {
    const wanted = filter?.[field];
    return !wanted?.length || wanted.includes(readField<string>(field, node) ?? '');
  });
}

/** A row that was changed out of its filter leaves at once, and comes back if the change is rolled back. */
function readPage(existing: Connection | undefined, options: Options): Connection | undefined {
  const connection = relay.read(existing, options);
  if (!connection || !options.args?.filter) return connection;
  const edges = connection.edges.filter(({ node }) => fits(node, options));
  const gone = connection.edges.length - edges.length;
  if (gone === 0) return connection;
  const { totalCount } = connection;
  return { ...connection, edges, ...(totalCount == null ? {} : { totalCount: totalCount - gone }) };
}

function evictTicket(id: unknown, { cache }: Options) {
  const key = typeof id === 'string' ? cache.identify({ __typename: 'Ticket', id }) : undefined;
  if (key) cache.evict({ id: key });
}

const typePolicies: TypePolicies = {
  Query: {
    fields: {
      tickets: { keyArgs: ['filter', 'orderBy'], read: readPage, merge: mergePage },
      events: { ...relay, keyArgs: ['ticketNumber'] },
      // A ticket that a list has loaded is found by its number only through the server: numbers are not keys.
      ticketStats: { merge: false },
    },
  },
  // One for the whole desk: an object without an id that fragments can still read.
  TriageStatus: { keyFields: [] },
  Ticket: { fields: { events: { keyArgs: false, read: readPage, merge: mergePage } } },
  Mutation: {
    fields: {
      deleteTicket: {
        merge(_, payload: { deletedTicketId?: string | null }, options) {
          evictTicket(payload.deletedTicketId, options);
          return payload;
        },
      },
      deleteTickets: {
        merge(_, payload: { deletedTicketIds?: string[] }, options) {
          for (const id of payload.deletedTicketIds ?? []) evictTicket(id, options);
          return payload;
        },
      },
    },
  },
};

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: { Node: ['Ticket', 'TicketEvent', 'TriageSuggestion'] },
    typePolicies,
  });
}
