import { ApolloClient, ApolloLink, gql } from '@apollo/client';
import { expect, jest, test } from '@jest/globals';
import { MaskingCache } from './MaskingCache.js';

const row = gql`
  fragment Row on Ticket {
    status
  }
`;

const list = gql`
  query List {
    tickets {
      id
      number
      ...Row
    }
  }
  ${row}
`;

const ticket = (number: number, status = 'OPEN') => ({ __typename: 'Ticket', id: `t${number}`, number, status });

function desk(...numbers: number[]) {
  const cache = new MaskingCache();
  const client = new ApolloClient({ cache, link: ApolloLink.empty(), dataMasking: true });
  const write = (...tickets: object[]) => cache.writeQuery({ query: list, data: { tickets } });
  const change = (number: number, values: object) =>
    cache.writeFragment({
      id: `Ticket:t${number}`,
      fragment: gql`
        fragment Changed on Ticket {
          status
          number
        }
      `,
      data: { ...ticket(number), ...values },
    });
  write(...numbers.map((number) => ticket(number)));
  return { cache, client, write, change };
}

test('a query is not woken by a field that only its fragment shows', () => {
  const { cache, change } = desk(1, 2);
  const wake = jest.fn();
  cache.watch({ query: list, watcher: {}, optimistic: true, immediate: true, callback: wake });
  wake.mockClear();
  change(2, { status: 'CLOSED' });
  expect(wake).not.toHaveBeenCalled();
  change(2, { number: 20 });
  expect(wake).toHaveBeenCalledTimes(1);
});

test('a fragment is woken by its own fields', async () => {
  const { cache, change } = desk(1);
  const statuses: unknown[] = [];
  const watched = cache.watchFragment<{ status: string }>({ fragment: row, from: { __typename: 'Ticket', id: 't1' } });
  const subscription = watched.subscribe(({ data }) => statuses.push(data?.status));
  change(1, { status: 'CLOSED' });
  await Promise.resolve();
  subscription.unsubscribe();
  expect(statuses).toEqual(['OPEN', 'CLOSED']);
});

test('a query that is woken tells of everything it can see, and its fragments are readable', async () => {
  const { client, write } = desk(1);
  const query = client.watchQuery<{ tickets: { id: string; number: number }[] }>({
    query: list,
    fetchPolicy: 'cache-only',
  });
  const two = new Promise<unknown>((resolve) => {
    query.subscribe(({ data }) => data?.tickets?.length === 2 && resolve(data.tickets));
  });
  write(ticket(1), ticket(2, 'CLOSED'));
  expect(await two).toEqual([
    { __typename: 'Ticket', id: 't1', number: 1 },
    { __typename: 'Ticket', id: 't2', number: 2 },
  ]);
  const from = { __typename: 'Ticket', id: 't2' };
  expect(client.readFragment({ fragment: row, from })).toMatchObject({ status: 'CLOSED' });
});
