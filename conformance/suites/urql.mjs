import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { ask, checks, makeTickets } from './checks.mjs';

const page = gql`
  query ($first: Int, $after: String, $filter: TicketFilter) {
    tickets(first: $first, after: $after, filter: $filter) {
      edges { cursor node { id number title } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

/** Graphcache reads the schema by introspection, pages by its relay resolver and follows mutations. */
export async function judge(url) {
  const { check, result } = checks();
  const numbers = await makeTickets(url, 'urql', 5);
  const { getIntrospectionQuery } = await import('graphql');
  const schema = await ask(url, getIntrospectionQuery());
  const client = new Client({
    url: `${url}/graphql`,
    preferGetMethod: false,
    exchanges: [cacheExchange({ schema, resolvers: { Query: { tickets: relayPagination() } } }), fetchExchange],
  });
  const filter = { search: 'urql' };
  let after = null;
  let answer;
  for (let pages = 0; pages < 3; pages++) {
    answer = await client.query(page, { first: 2, after, filter }).toPromise();
    if (answer.error) throw answer.error;
    after = answer.data.tickets.pageInfo.endCursor;
  }
  const met = answer.data.tickets.edges.map((edge) => edge.node.number);
  check('three pages make one list', met.join() === numbers.join());

  const { id } = answer.data.tickets.edges[0].node;
  const mutation = gql`mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id title } userErrors { code } } }`;
  await client.mutation(mutation, { input: { id, title: 'urql changed' } }).toPromise();
  const cached = client.readQuery(page, { first: 2, after: null, filter });
  check('a mutation changes the cached list', cached?.data.tickets.edges[0].node.title === 'urql changed');
  const node = gql`query ($id: ID!) { node(id: $id) { id ... on Ticket { title } } }`;
  const refetched = await client.query(node, { id }, { requestPolicy: 'network-only' }).toPromise();
  check('a ticket is refetched by its global id', refetched.data?.node.title === 'urql changed');
  return result();
}
