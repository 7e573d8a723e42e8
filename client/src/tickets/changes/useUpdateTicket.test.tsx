import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createCache } from '../../apollo/cache.js';
import { UseUpdateTicket_TicketFragmentDoc } from '../../gql/graphql.js';
import { dismissToast, runToastAction, toastStore } from '../../ui/feedback/toasts.js';
import { type SeenTicket, type UpdatableTicket, useUpdateTicket } from './useUpdateTicket.js';

/** Versions are remembered per ticket for as long as the page lives: every test has a ticket of its own. */
let seen: SeenTicket;
let reference: UpdatableTicket;
let count = 0;

const example: SeenTicket = {
  __typename: 'Ticket',
  id: 'ticket-7',
  number: 7,
  title: 'Refund',
  description: 'It never came.',
  category: 'BILLING',
  priority: 'LOW',
  status: 'OPEN',
  version: 1,
  updatedAt: '2026-11-21T10:00:00.000Z',
};

type Input = Partial<SeenTicket> & { expectedVersion: number };

/** The hook over a real cache; the answer to each request is up to the test. */
function setUp(answer: (input: Input) => Promise<object>) {
  const cache = createCache();
  const sent: Input[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        const input = variables.input as Input;
        sent.push(input);
        answer(input).then(
          (updateTicket) => {
            observer.next({ data: { updateTicket } });
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
      }),
  );
  const client = new ApolloClient({ cache, link, dataMasking: true });
  const id = cache.identify({ __typename: 'Ticket', id: seen.id });
  cache.writeFragment({ id, fragment: UseUpdateTicket_TicketFragmentDoc, data: seen });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const { result } = renderHook(() => useUpdateTicket(), { wrapper });
  const shown = () => cache.readFragment({ id, fragment: UseUpdateTicket_TicketFragmentDoc, optimistic: true });
  return { update: result.current, sent, shown };
}

/** A server that stores what it is sent. */
function storing() {
  let ticket = { ...seen };
  return async ({ expectedVersion: _, ...values }: Input) => {
    ticket = { ...ticket, ...values, version: ticket.version + 1 };
    return {
      __typename: 'UpdateTicketPayload',
      ticket: {
        ...ticket,
        createdAt: seen.updatedAt,
        resolvedAt: null,
        suggestion: null,
        events: {
          __typename: 'TicketEventConnection',
          edges: [],
          pageInfo: {
            __typename: 'PageInfo',
            hasNextPage: false,
            hasPreviousPage: false,
            startCursor: null,
            endCursor: null,
          },
        },
      },
      userErrors: [],
    };
  };
}

const toasts = () => toastStore.read().map(({ message }) => message);

beforeEach(() => {
  seen = { ...example, id: `ticket-${++count}` };
  reference = { __typename: 'Ticket', id: seen.id } as unknown as UpdatableTicket;
});

afterEach(() => {
  cleanup();
  for (const { id } of toastStore.read()) dismissToast(id);
});

describe('changing a ticket', () => {
  test('shows at once, before the server has answered', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const store = storing();
    const { update, shown } = setUp((input) => held.then(() => store(input)));
    const done = act(() => update(reference, { status: 'RESOLVED' }));
    expect(shown()).toMatchObject({ status: 'RESOLVED', version: 1 });
    release();
    await done;
    expect(shown()).toMatchObject({ status: 'RESOLVED', version: 2 });
  });

  test('is undone from its toast by a second change that gives the old value back', async () => {
    const { update, sent, shown } = setUp(storing());
    await act(() => update(reference, { status: 'RESOLVED' }));
    expect(toasts()).toEqual(['T-7 resolved']);
    await act(async () => void runToastAction('z'));
    expect(sent).toEqual([
      { id: seen.id, status: 'RESOLVED', expectedVersion: 1 },
      { id: seen.id, status: 'OPEN', expectedVersion: 2 },
    ]);
    expect(shown()).toMatchObject({ status: 'OPEN', version: 3 });
  });

  test('is taken back and said where the server cannot be reached', async () => {
    const { update, shown } = setUp(() => Promise.reject(new TypeError('Failed to fetch')));
    const outcome = await act(() => update(reference, { priority: 'CRITICAL' }));
    expect(outcome.saved).toBe(false);
    expect(shown()).toMatchObject({ priority: 'LOW' });
    expect(toasts()).toEqual(['T-7 could not be saved']);
  });

  test('asks nothing of the server where nothing changes', async () => {
    const { update, sent } = setUp(storing());
    await act(() => update(reference, { status: 'OPEN' }));
    expect(sent).toEqual([]);
  });

  test('hands faults of the input to a form that shows them itself', async () => {
    const fault = { __typename: 'UserError', code: 'INVALID_INPUT', path: ['title'], message: 'Too long.' };
    const { update, shown } = setUp(async () => ({
      __typename: 'UpdateTicketPayload',
      ticket: null,
      userErrors: [fault],
    }));
    const outcome = await act(() => update(reference, { title: 'x'.repeat(201) }, { ownErrors: true }));
    expect(outcome.faults).toEqual([fault]);
    expect(shown()).toMatchObject({ title: 'Refund' });
    expect(toasts()).toEqual([]);
  });
});
