import { ApolloClient, ApolloLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler } from 'react';
import { MemoryRouter } from 'react-router';
import { createCache } from '../apollo/cache.js';
import { type ManageRow_TicketFragment, ManageRow_TicketFragmentDoc } from '../gql/graphql.js';
import type { ColumnId } from './columns.js';
import { ManageRow } from './ManageRow.js';
import type { TableActions } from './tableActions.js';

const columns: ColumnId[] = ['number', 'title', 'status', 'triage'];

function buildTicket(number: number, overrides: Partial<Pick<ManageRow_TicketFragment, 'title' | 'status'>> = {}) {
  return {
    __typename: 'Ticket' as const,
    id: `ticket-${number}`,
    number,
    title: `Ticket ${number}`,
    preview: 'Something is wrong.',
    category: 'GENERAL' as const,
    priority: 'LOW' as const,
    assignee: null,
    status: 'OPEN' as const,
    version: 1,
    createdAt: '2026-11-21T10:00:00.000Z',
    updatedAt: '2026-11-21T10:00:00.000Z',
    resolvedAt: null,
    suggestion: null,
    ...overrides,
  };
}

function showRows(count: number, editing: ColumnId | null = null) {
  const client = new ApolloClient({ cache: createCache(), link: ApolloLink.empty(), dataMasking: true });
  const write = (ticket: ReturnType<typeof buildTicket>) =>
    client.cache.writeFragment({
      id: client.cache.identify(ticket),
      fragment: ManageRow_TicketFragmentDoc,
      fragmentName: 'ManageRow_ticket',
      data: ticket,
    });
  const actions = {
    select: jest.fn<TableActions['select']>(),
    edit: jest.fn<TableActions['edit']>(),
    stopEditing: jest.fn<TableActions['stopEditing']>(),
    change: jest.fn<TableActions['change']>(),
  };
  const drawn: string[] = [];
  const tickets = Array.from({ length: count }, (_, index) => buildTicket(index + 1));
  for (const ticket of tickets) write(ticket);
  render(
    <ApolloProvider client={client}>
      <MemoryRouter>
        <table>
          <tbody>
            {tickets.map((ticket, index) => (
              <Profiler key={ticket.id} id={ticket.id} onRender={(id) => drawn.push(id)}>
                <ManageRow
                  ticket={ticket}
                  index={index}
                  columns={columns}
                  isSelected={false}
                  activeColumn={0}
                  editing={editing}
                  narrow={false}
                  actions={actions}
                />
              </Profiler>
            ))}
          </tbody>
        </table>
      </MemoryRouter>
    </ApolloProvider>,
  );
  return { write, actions, drawn };
}

describe('a row of the administration table', () => {
  afterEach(cleanup);

  it('is the only one drawn again when its ticket changes', async () => {
    const { write, drawn } = showRows(5);
    drawn.length = 0;
    write(buildTicket(3, { status: 'RESOLVED' }));
    await screen.findByRole('button', { name: 'Status of T-3: Resolved. Change' });
    expect(drawn).toEqual(['ticket-3']);
  });

  it('keeps what is typed when the server has news of the same field', async () => {
    const { write } = showRows(1, 'title');
    const field = screen.getByRole('textbox', { name: 'Title of T-1' });
    await userEvent.type(field, ', half typed');
    write(buildTicket(1, { title: 'Renamed elsewhere', status: 'RESOLVED' }));
    await screen.findByRole('button', { name: 'Status of T-1: Resolved. Change' });
    expect((field as HTMLInputElement).value).toBe('Ticket 1, half typed');
  });

  it('shows a refusal beside the words refused, and saves nothing when they are taken back', async () => {
    const { actions } = showRows(1, 'title');
    actions.change.mockResolvedValueOnce('This field may not be blank.');
    const field = screen.getByRole('textbox', { name: 'Title of T-1' });
    await userEvent.clear(field);
    await userEvent.keyboard('{Enter}');
    const alert = await screen.findByRole('alert');
    expect(field.getAttribute('aria-describedby')).toBe(alert.id);
    expect(actions.stopEditing).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(actions.stopEditing).toHaveBeenCalledTimes(1);
    expect(actions.change).toHaveBeenCalledTimes(1);
  });
});
