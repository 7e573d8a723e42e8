import { ApolloClient, ApolloLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { Profiler } from 'react';
import { createCache } from '../../apollo/cache.js';
import { TicketRow_TicketFragmentDoc, UseIsUnread_TicketFragmentDoc } from '../../gql/graphql.js';
import type { ListActions } from './listActions.js';
import { TicketRow } from './TicketRow.js';

afterEach(cleanup);

const actions: ListActions = {
  open: jest.fn(),
  select: jest.fn(),
  openMenu: jest.fn(),
  closeMenu: jest.fn(),
  change: jest.fn(),
};

function ticket(number: number) {
  return {
    __typename: 'Ticket' as const,
    id: `ticket-${number}`,
    number,
    title: `Ticket ${number}`,
    preview: 'Something is wrong.',
    category: 'GENERAL' as const,
    priority: 'LOW' as const,
    assignee: null,
    status: 'OPEN' as 'OPEN' | 'RESOLVED',
    messageCount: 1,
    waitingOn: 'TEAM' as const,
    waitingSince: '2026-11-21T10:00:00.000Z',
    isSnoozed: false,
    snoozedUntil: null,
    requester: null,
    version: 1,
    createdAt: '2026-11-21T10:00:00.000Z',
    updatedAt: '2026-11-21T10:00:00.000Z',
  };
}

test('editing one ticket draws one row again', async () => {
  const cache = createCache();
  const client = new ApolloClient({ cache, link: ApolloLink.empty(), dataMasking: true });
  const write = (data: ReturnType<typeof ticket>) =>
    cache.writeFragment({
      id: cache.identify(data),
      fragment: TicketRow_TicketFragmentDoc,
      fragmentName: 'TicketRow_ticket',
      data,
    });
  const numbers = [1, 2, 3, 4, 5];
  const drawn: string[] = [];
  for (const number of numbers) write(ticket(number));
  render(
    <ApolloProvider client={client}>
      {numbers.map((number) => (
        <Profiler key={number} id={`T-${number}`} onRender={(id) => drawn.push(id)}>
          <TicketRow
            ticket={
              { __typename: 'Ticket', id: `ticket-${number}` } as React.ComponentProps<typeof TicketRow>['ticket']
            }
            href={`/tickets/${number}`}
            search=""
            isCursor={false}
            isSelected={false}
            isChoosing={false}
            menu={null}
            actions={actions}
          />
        </Profiler>
      ))}
    </ApolloProvider>,
  );
  drawn.length = 0;
  write({ ...ticket(3), status: 'RESOLVED', version: 2 });
  await screen.findByRole('button', { name: 'Status: Resolved. Change' });
  expect(drawn).toEqual(['T-3']);
});

test('what somebody has not seen is marked until it is read, and nothing is where nobody asked', async () => {
  const cache = createCache();
  const client = new ApolloClient({ cache, link: ApolloLink.empty(), dataMasking: true });
  const data = ticket(1);
  const id = cache.identify(data);
  cache.writeFragment({ id, fragment: TicketRow_TicketFragmentDoc, fragmentName: 'TicketRow_ticket', data });
  const mark = (viewerHasUnread: boolean) =>
    cache.writeFragment({
      id,
      fragment: UseIsUnread_TicketFragmentDoc,
      data: { __typename: 'Ticket', id: data.id, viewerHasUnread },
    });
  render(
    <ApolloProvider client={client}>
      <TicketRow
        ticket={{ __typename: 'Ticket', id: data.id } as React.ComponentProps<typeof TicketRow>['ticket']}
        href="/tickets/1"
        search=""
        isCursor={false}
        isSelected={false}
        isChoosing={false}
        menu={null}
        actions={actions}
      />
    </ApolloProvider>,
  );
  await screen.findByRole('link', { name: 'T-1 Ticket 1' });
  expect(screen.queryByRole('img', { name: 'Unread' })).toBeNull();
  mark(true);
  await screen.findByRole('img', { name: 'Unread' });
  mark(false);
  await waitFor(() => expect(screen.queryByRole('img', { name: 'Unread' })).toBeNull());
});
