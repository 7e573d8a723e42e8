/**
 * Every rule of the cache stands here. A mutation returns what the screens show, objects are normalised by their global id,
 * and the policies below settle the rest: how pages of a list join, which rows a filtered list still shows, and what leaves
 * when something is deleted. No component writes to the cache.
 */
import type { FieldFunctionOptions, Reference, TypePolicies } from '@apollo/client/cache';
import { cacheSizes, relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from '../gql/possible-types.js';
import { MaskingCache } from './MaskingCache.js';

interface Edge {
  cursor: string;
  node: Reference;
}

interface Connection {
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount?: number | null;
}

/** What was asked of a list: its rows, or only how many there are. */
type Answer = Connection | (Omit<Connection, 'edges'> & { edges?: undefined });

type Options = FieldFunctionOptions<Record<string, unknown>>;

const relay = relayStylePagination();
const joinPages = relay.merge as (
  existing: Connection | undefined,
  incoming: Connection,
  options: Options,
) => Connection;

/**
 * A refreshed first page replaces the head of the list, and the rows loaded below it stay: a reader deep in the list keeps
 * their place. Where the two no longer overlap, the fresh page is all there is.
 */
function mergePage(known: Answer | undefined, incoming: Answer, options: Options): Answer {
  if (!incoming.edges) return { ...known, ...incoming };
  const existing = known?.edges && known;
  const isHead = !options.args?.after && !options.args?.before;
  // A first page that is the last one too is all there is.
  if (isHead && incoming.pageInfo?.hasNextPage === false) return joinPages(undefined, incoming, options);
  const last = incoming.edges.at(-1)?.node.__ref;
  const overlap = existing && isHead && last ? existing.edges.findIndex(({ node }) => node.__ref === last) : -1;
  if (!existing || overlap < 0) return joinPages(existing, incoming, options);
  const fresh = new Set(incoming.edges.map(({ node }) => node.__ref));
  const below = existing.edges.slice(overlap + 1).filter(({ node }) => !fresh.has(node.__ref) && fits(node, options));
  if (below.length === 0) return joinPages(existing, incoming, options);
  const { hasNextPage, endCursor } = existing.pageInfo;
  return {
    ...incoming,
    edges: [...incoming.edges, ...below],
    pageInfo: { ...incoming.pageInfo, hasNextPage, endCursor },
  };
}

/**
 * A timeline is read from its end. What was loaded above stays above a fresh end, as far as the two overlap; earlier entries
 * join before the ones that are known.
 */
function mergeTimeline(existing: Connection | undefined, incoming: Connection, { args }: Options): Connection {
  if (!existing) return incoming;
  const fresh = new Set(incoming.edges.map(({ node }) => node.__ref));
  const [isEarlier, start] = [args?.before != null, incoming.edges[0]?.node.__ref];
  const kept = isEarlier
    ? existing.edges.filter(({ node }) => !fresh.has(node.__ref))
    : existing.edges.slice(
        0,
        Math.max(
          0,
          existing.edges.findIndex(({ node }) => node.__ref === start),
        ),
      );
  if (isEarlier) {
    const { hasNextPage, endCursor } = existing.pageInfo;
    return {
      ...incoming,
      edges: [...incoming.edges, ...kept],
      pageInfo: { ...incoming.pageInfo, hasNextPage, endCursor },
    };
  }
  if (kept.length === 0) return incoming;
  const { hasPreviousPage, startCursor } = existing.pageInfo;
  return {
    ...incoming,
    edges: [...kept, ...incoming.edges],
    pageInfo: { ...incoming.pageInfo, hasPreviousPage, startCursor },
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

/**
 * A row that was changed out of its filter leaves at once, and comes back if the change is rolled back. Nothing else is
 * looked at: a list of ten thousand rows is read again with every change of one of them.
 */
function readPage(existing: Answer | undefined, options: Options): Answer | undefined {
  if (!existing?.edges || !options.args?.filter) return existing;
  const edges = existing.edges.filter(({ node }) => fits(node, options));
  return edges.length === existing.edges.length ? existing : withEdges(existing, edges);
}

/** The connection with fewer edges, and so many fewer in all. */
function withEdges(connection: Connection, edges: Edge[]): Connection {
  const gone = connection.edges.length - edges.length;
  const { totalCount } = connection;
  return { ...connection, edges, ...(totalCount == null ? {} : { totalCount: totalCount - gone }) };
}

/** What is deleted leaves every list, and then the cache. */
function forgetTickets(ids: readonly string[], { cache }: Options) {
  const keys = new Set(ids.map((id) => cache.identify({ __typename: 'Ticket', id })));
  const leave = (list: Answer) =>
    list.edges
      ? withEdges(
          list,
          list.edges.filter(({ node }) => !keys.has(node.__ref)),
        )
      : list;
  cache.modify<{ tickets: Answer }>({ id: 'ROOT_QUERY', fields: { tickets: (list) => leave(list as Answer) } });
  for (const id of keys) if (id) cache.evict({ id });
}

const typePolicies: TypePolicies = {
  Query: {
    fields: {
      tickets: { keyArgs: ['filter', 'orderBy'], read: readPage, merge: mergePage },
      events: { keyArgs: ['ticketNumber'], merge: mergePage },
      auditEvents: { keyArgs: ['type', 'actorId'], merge: mergePage },
      inboundMails: { keyArgs: ['state'], merge: mergePage },
      ticketStats: { merge: true },
      triageReport: { merge: true },
    },
  },
  // One for the whole desk: an object without an id that fragments can still read.
  Viewer: { keyFields: [], merge: true },
  TriageStatus: { keyFields: [] },
  MailHealth: { keyFields: [] },
  ChannelHealth: { keyFields: ['name'] },
  // What one page asks of these adds to what another knows, instead of taking its place.
  PeriodStats: { merge: true },
  RequesterEmail: { keyFields: ['address'] },
  CategorySuggestion: { merge: true },
  PrioritySuggestion: { merge: true },
  Ticket: {
    fields: {
      events: { keyArgs: false, merge: mergePage },
      timeline: { keyArgs: ['kinds'], merge: mergeTimeline },
      similarTickets: { merge: false },
      incidentProposal: { merge: false },
    },
  },
  Webhook: { fields: { deliveries: { keyArgs: ['state'], merge: mergePage } } },
  Request: { fields: { messages: { keyArgs: false, merge: mergeTimeline } } },
  Mutation: {
    fields: {
      deleteTicket: {
        merge(_, payload: { deletedTicketId?: string | null }, options) {
          if (payload.deletedTicketId) forgetTickets([payload.deletedTicketId], options);
          return payload;
        },
      },
      deleteTickets: {
        merge(_, payload: { deletedTicketIds?: string[] }, options) {
          forgetTickets(payload.deletedTicketIds ?? [], options);
          return payload;
        },
      },
    },
  },
};

// Ten thousand rows are read as edge and node, for a query and its watch, with and without what is only predicted. A memory of
// the usual 50,000 forgets the first rows while it reads the last, and the next change reads every one of them anew.
cacheSizes['inMemoryCache.executeSelectionSet'] = 100_000;

export function createCache(): MaskingCache {
  return new MaskingCache({
    possibleTypes,
    typePolicies,
  });
}
