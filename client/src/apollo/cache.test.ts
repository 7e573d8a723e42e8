import { gql } from '@apollo/client';
import { describe, expect, test } from '@jest/globals';
import { createCache } from './cache.js';
import { optimistically } from './optimistically.js';

const list = gql`
  query List($filter: TicketFilter, $after: String) {
    tickets(filter: $filter, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          status
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const status = gql`
  fragment Status on Ticket {
    status
  }
`;

const node = (id: string, state = 'OPEN') => ({ __typename: 'Ticket', id, status: state });

function page(ids: string[], { hasNextPage = false, totalCount = ids.length } = {}) {
  return {
    tickets: {
      __typename: 'TicketConnection',
      totalCount,
      edges: ids.map((id) => ({ __typename: 'TicketEdge', cursor: `after ${id}`, node: node(id) })),
      pageInfo: {
        __typename: 'PageInfo',
        hasNextPage,
        hasPreviousPage: false,
        startCursor: `after ${ids[0]}`,
        endCursor: `after ${ids.at(-1)}`,
      },
    },
  };
}

function desk(filter: object | null = null) {
  const cache = createCache();
  return {
    cache,
    receive: (ids: string[], options: { after?: string; hasNextPage?: boolean; totalCount?: number } = {}) =>
      cache.writeQuery({ query: list, variables: { filter, after: options.after }, data: page(ids, options) }),
    read: () => cache.readQuery<ReturnType<typeof page>>({ query: list, variables: { filter }, optimistic: true }),
    ids() {
      return this.read()?.tickets.edges.map((edge) => edge.node.id);
    },
    change: (id: string, state: string) =>
      cache.writeFragment({ id: `Ticket:${id}`, fragment: status, data: { __typename: 'Ticket', status: state } }),
  };
}

describe('the pages of a list', () => {
  test('join in the order they were asked for', () => {
    const inbox = desk();
    inbox.receive(['9', '8'], { hasNextPage: true });
    inbox.receive(['7', '6'], { after: 'after 8' });
    expect(inbox.ids()).toEqual(['9', '8', '7', '6']);
  });

  test('keep what is loaded below when the first page is refreshed', () => {
    const inbox = desk();
    inbox.receive(['9', '8'], { hasNextPage: true });
    inbox.receive(['7', '6'], { after: 'after 8', hasNextPage: true });
    inbox.receive(['10', '9', '8'], { hasNextPage: true });
    expect(inbox.ids()).toEqual(['10', '9', '8', '7', '6']);
    expect(inbox.read()?.tickets.pageInfo).toMatchObject({ hasNextPage: true, endCursor: 'after 6' });
  });

  test('begin anew when the refreshed page no longer touches them', () => {
    const inbox = desk();
    inbox.receive(['3', '2', '1']);
    inbox.receive(['90', '89'], { hasNextPage: true });
    expect(inbox.ids()).toEqual(['90', '89']);
  });

  test('stay when only their number is asked for', () => {
    const inbox = desk();
    inbox.receive(['9', '8']);
    const count = gql`
      query Count($filter: TicketFilter) {
        tickets(filter: $filter) {
          totalCount
        }
      }
    `;
    const data = { tickets: { __typename: 'TicketConnection', totalCount: 7 } };
    inbox.cache.writeQuery({ query: count, variables: { filter: null }, data });
    expect(inbox.ids()).toEqual(['9', '8']);
    expect(inbox.read()?.tickets.totalCount).toBe(7);
    inbox.receive(['10', '9', '8']);
    expect(inbox.ids()).toEqual(['10', '9', '8']);
  });

  test('are kept apart by filter', () => {
    const open = desk({ status: ['OPEN'] });
    open.receive(['9']);
    expect(open.cache.readQuery({ query: list, variables: { filter: { status: ['CLOSED'] } } })).toBeNull();
  });
});

test('older mails join those that are shown, of each state by itself', () => {
  const cache = createCache();
  const query = gql`
    query Mails($state: [InboundMailState!], $after: String) {
      inboundMails(state: $state, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
    }
  `;
  const receive = (id: string, variables: object, hasNextPage: boolean) =>
    cache.writeQuery({
      query,
      variables,
      data: {
        inboundMails: {
          __typename: 'InboundMailConnection',
          edges: [{ __typename: 'InboundMailEdge', cursor: id, node: { __typename: 'InboundMail', id } }],
          pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: id },
        },
      },
    });
  const shown = (variables: object) =>
    cache
      .readQuery<{ inboundMails: { edges: { node: { id: string } }[] } }>({ query, variables })
      ?.inboundMails.edges.map(({ node }) => node.id);
  receive('newest', { state: null }, true);
  receive('older', { state: null, after: 'newest' }, false);
  receive('failed', { state: ['FAILED'] }, false);
  expect(shown({ state: null })).toEqual(['newest', 'older']);
  expect(shown({ state: ['FAILED'] })).toEqual(['failed']);
});

describe('a ticket that no longer fits the filter', () => {
  test('leaves the list and its count', () => {
    const open = desk({ status: ['OPEN'] });
    open.receive(['9', '8', '7'], { totalCount: 40 });
    open.change('8', 'RESOLVED');
    expect(open.ids()).toEqual(['9', '7']);
    expect(open.read()?.tickets.totalCount).toBe(39);
  });

  test('stays where the filter does not speak of what changed', () => {
    const inbox = desk({ search: 'refund' });
    inbox.receive(['9', '8']);
    inbox.change('8', 'RESOLVED');
    expect(inbox.ids()).toEqual(['9', '8']);
  });

  test('comes back when the change is rolled back', async () => {
    const open = desk({ status: ['OPEN'] });
    open.receive(['9', '8']);
    const failed = optimistically(
      open.cache,
      (cache) =>
        cache.writeFragment({
          id: 'Ticket:8',
          fragment: status,
          data: { __typename: 'Ticket', status: 'RESOLVED' },
        }),
      () => Promise.reject(new Error('offline')),
    );
    expect(open.ids()).toEqual(['9']);
    await expect(failed).rejects.toThrow('offline');
    expect(open.ids()).toEqual(['9', '8']);
  });
});

test('a deleted ticket leaves every list it was in', () => {
  const inbox = desk();
  inbox.receive(['9', '8', '7'], { totalCount: 3 });
  const mutation = gql`
    mutation Delete {
      deleteTicket(input: {}) {
        deletedTicketId
      }
    }
  `;
  inbox.cache.write({
    dataId: 'ROOT_MUTATION',
    query: mutation,
    result: { deleteTicket: { __typename: 'DeleteTicketPayload', deletedTicketId: '8' } },
  });
  expect(inbox.ids()).toEqual(['9', '7']);
  expect(inbox.read()?.tickets.totalCount).toBe(2);
});
