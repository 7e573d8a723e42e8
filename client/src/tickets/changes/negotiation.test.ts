import { describe, expect, jest, test } from '@jest/globals';
import type { Conflict, Resolution } from './conflicts.js';
import { type Attempt, negotiate } from './negotiation.js';
import type { TicketChange } from './ticketChange.js';

const seen = {
  number: 1282,
  version: 4,
  updatedAt: '2026-11-21T12:00:00.000Z',
  title: 'Charged twice',
  description: 'Two identical payments left our card.',
  category: 'BILLING',
  priority: 'HIGH',
  status: 'OPEN',
} as const;

type Ticket = Omit<typeof seen, 'version' | 'priority' | 'status'> & {
  version: number;
  priority: 'HIGH' | 'MEDIUM' | 'CRITICAL';
  status: 'OPEN' | 'RESOLVED';
};

/** A server that holds one ticket and refuses what is based on another version. */
function server(initial: Partial<Ticket>) {
  let ticket = { ...seen, ...initial } as Ticket;
  const attempt = jest.fn<Attempt>(async (change, expectedVersion) => {
    if (expectedVersion !== ticket.version)
      return { ticket, userErrors: [{ code: 'CONFLICT', path: ['expectedVersion'], message: 'Changed meanwhile' }] };
    ticket = { ...ticket, ...change, version: ticket.version + 1 } as Ticket;
    return { ticket, userErrors: [] };
  });
  return { attempt, stored: () => ticket };
}

function answering(resolution: Resolution) {
  return jest.fn<(conflict: Conflict) => Promise<Resolution>>(async () => resolution);
}

function change(to: TicketChange, { attempt }: { attempt: Attempt }, ask = answering('mine'), lastVersion = 0) {
  return negotiate({ change: to, seen, lastVersion, attempt, ask });
}

describe('a change of a ticket', () => {
  test('is stored at once where nobody else was there', async () => {
    const desk = server({});
    expect(await change({ status: 'RESOLVED' }, desk)).toEqual({ version: 5, faults: [] });
  });

  test('builds on the version that the last change from here left', async () => {
    const desk = server({ version: 7 });
    const ask = answering('mine');
    await change({ status: 'RESOLVED' }, desk, ask, 7);
    expect(desk.attempt).toHaveBeenCalledTimes(1);
    expect(ask).not.toHaveBeenCalled();
  });

  test('joins a change of another field without asking', async () => {
    const desk = server({ version: 5, priority: 'MEDIUM' });
    const ask = answering('theirs');
    await change({ status: 'RESOLVED' }, desk, ask);
    expect(desk.stored()).toMatchObject({ status: 'RESOLVED', priority: 'MEDIUM' });
    expect(ask).not.toHaveBeenCalled();
  });

  test('asks where both changed the same field, showing both values', async () => {
    const ask = answering('mine');
    await change({ priority: 'CRITICAL' }, server({ version: 5, priority: 'MEDIUM' }), ask);
    expect(ask.mock.calls[0]?.[0]).toMatchObject({
      fields: ['priority'],
      mine: { priority: 'CRITICAL' },
      theirs: { priority: 'MEDIUM' },
    });
  });

  test('is stored over the other value when the person keeps their own', async () => {
    const desk = server({ version: 5, priority: 'MEDIUM' });
    await change({ priority: 'CRITICAL' }, desk, answering('mine'));
    expect(desk.stored().priority).toBe('CRITICAL');
  });

  test('gives way when the person takes the other value, and keeps what was not disputed', async () => {
    const desk = server({ version: 5, priority: 'MEDIUM' });
    await change({ priority: 'CRITICAL', status: 'RESOLVED' }, desk, answering('theirs'));
    expect(desk.stored()).toMatchObject({ priority: 'MEDIUM', status: 'RESOLVED' });
  });

  test('is not disputed when both wanted the same', async () => {
    const ask = answering('mine');
    await change({ priority: 'CRITICAL' }, server({ version: 5, priority: 'CRITICAL' }), ask);
    expect(ask).not.toHaveBeenCalled();
  });

  test('reports the faults of the input', async () => {
    const fault = { code: 'INVALID_INPUT', path: ['title'], message: 'This field may not be blank.' } as const;
    const attempt: Attempt = async () => ({ ticket: null, userErrors: [fault] });
    expect((await change({ title: '' }, { attempt })).faults).toEqual([fault]);
  });
});
