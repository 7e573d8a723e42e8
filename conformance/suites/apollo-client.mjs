import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { relayStylePagination } from '@apollo/client/utilities/index.js';
import { filter, firstValueFrom } from 'rxjs';
import { checks, makeTickets } from './checks.mjs';

const page = gql`
  query Page($first: Int, $after: String, $filter: TicketFilter) {
    tickets(first: $first, after: $after, filter: $filter) {
      edges { cursor node { id number title version } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;
const update = gql`
  mutation Update($input: UpdateTicketInput!) {
    updateTicket(input: $input) { ticket { id title version } userErrors { message } }
  }
`;
const node = gql`query Node($id: ID!) { node(id: $id) { id ... on Ticket { number title } } }`;

/** Apollo Client's own relay pagination pages, normalises what a mutation answers, and refetches by global id. */
export async function judge(url) {
  const { check, result } = checks();
  const numbers = await makeTickets(url, 'apollo', 5);
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${url}/graphql` }),
    cache: new InMemoryCache({
      possibleTypes: { Node: ['Ticket', 'TicketEvent', 'TriageSuggestion'] },
      typePolicies: { Query: { fields: { tickets: relayStylePagination(['filter']) } } },
    }),
  });
  const variables = { first: 2, filter: { search: 'apollo' } };
  const watched = client.watchQuery({ query: page, variables });
  const subscription = watched.subscribe(() => undefined);
  const holding = (count) =>
    firstValueFrom(watched.pipe(filter(({ data }) => data?.tickets?.edges.length === count))).then(
      ({ data }) => data.tickets,
    );
  for (const count of [2, 4]) {
    const { endCursor } = (await holding(count)).pageInfo;
    await watched.fetchMore({ variables: { after: endCursor } });
  }
  const { edges, pageInfo } = await holding(5);
  check('three pages make one list', edges.map((edge) => edge.node.number).join() === numbers.join());
  check('the last page is the last', !pageInfo.hasNextPage);

  const { id } = edges[3].node;
  await client.mutate({ mutation: update, variables: { input: { id, title: 'apollo changed' } } });
  const changed = watched.getCurrentResult().data.tickets.edges[3].node;
  check('a mutation changes the ticket in the list', changed.title === 'apollo changed' && changed.version === 2);
  const refetched = await client.query({ query: node, variables: { id }, fetchPolicy: 'network-only' });
  check('a ticket is refetched by its global id', refetched.data.node.title === 'apollo changed');
  subscription.unsubscribe();
  client.stop();
  return result();
}
