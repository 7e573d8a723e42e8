import { createRequire } from 'node:module';
import relay from 'relay-runtime';
import { ask, checks, makeTickets } from './checks.mjs';

const {
  commitMutation,
  ConnectionHandler,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getFragment,
  getSingularSelector,
  Network,
  RecordSource,
  Store,
} = relay;

const require = createRequire(import.meta.url);
const compiled = (name) => require(`../compiled/${name}.graphql.js`);

/** A Relay environment pages, refetches, and keeps its connections right through mutations, against the running desk. */
export async function judge(url) {
  const { check, result } = checks();
  const numbers = await makeTickets(url, 'relay', 5);
  const environment = new Environment({
    network: Network.create(async ({ text }, variables) => ({ data: await ask(url, text, variables) })),
    store: new Store(new RecordSource()),
  });
  const search = 'relay';
  const query = compiled('documentsListQuery');
  const operation = createOperationDescriptor(query, { count: 2, cursor: null, search });
  environment.retain(operation);
  await fetchQuery(environment, query, { count: 2, cursor: null, search }).toPromise();

  const fragment = getFragment(compiled('documentsList'));
  const connection = () => {
    const root = environment.lookup(operation.fragment).data;
    return environment.lookup(getSingularSelector(fragment, root)).data.tickets;
  };
  const listed = () => connection().edges.map(({ node }) => node.number);
  const more = compiled('documentsListPaginationQuery');
  while (connection().pageInfo.hasNextPage) {
    const cursor = connection().pageInfo.endCursor;
    await fetchQuery(environment, more, { count: 2, cursor, search }).toPromise();
  }
  check('three pages make one list', listed().join() === numbers.join());

  const connections = [
    ConnectionHandler.getConnectionID('client:root', 'documentsList_tickets', { filter: { search } }),
  ];
  const commit = (mutation, input) =>
    new Promise((resolve, reject) =>
      commitMutation(environment, {
        mutation,
        variables: { input, connections },
        onCompleted: resolve,
        onError: reject,
      }),
    );
  const input = { title: 'relay new', description: 'Made for relay.', category: 'GENERAL', priority: 'LOW' };
  const { createTicket } = await commit(compiled('documentsCreateMutation'), input);
  const created = createTicket.ticketEdge.node.number;
  check('@prependEdge puts a new ticket on top', listed().join() === [created, ...numbers].join());
  const last = await commit(compiled('documentsAppendMutation'), { ...input, title: 'relay last' });
  const appended = last.createTicket.ticketEdge.node.number;
  check('@appendEdge puts one at the end', listed().at(-1) === appended);

  const { node } = await ask(url, 'query ($n: Int!) { node: ticket(number: $n) { id } }', { n: numbers[1] });
  await commit(compiled('documentsDeleteMutation'), { id: node.id });
  check('@deleteEdge takes one out', !listed().includes(numbers[1]) && listed().length === 6);

  const other = (await ask(url, 'query ($n: Int!) { node: ticket(number: $n) { id } }', { n: numbers[0] })).node;
  const refetched = await fetchQuery(environment, compiled('documentsRowRefetchQuery'), { id: other.id }).toPromise();
  check('@refetchable refetches a ticket by its id', refetched.node !== null);

  const back = await fetchQuery(environment, compiled('documentsBackwardsPaginationQuery'), {
    count: 3,
    cursor: null,
  }).toPromise();
  check('a connection is read from its end', back !== null);
  return result();
}
