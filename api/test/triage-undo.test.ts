import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Caller } from '../src/caller.js';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { silentLogger } from '../src/logger.js';
import { TicketCategory, TicketPriority } from '../src/tickets/fields/ticket-values.js';
import type { Decision } from '../src/triage/queue/decision.js';
import { TriageQueueService } from '../src/triage/queue/triage-queue.service.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { signed } from './support/signature.js';

/** A decision that was taken back was a slip: nothing of it is left, in what was learned least of all. */
const team: Caller = { kind: 'team', id: null, name: null, access: 'AGENT', address: '127.0.0.1', door: 'web' };

let given: TestDatabase;
let database: Database;
let queue: TriageQueueService;
beforeAll(async () => {
  given = await createTestDatabase();
  database = await openDatabase(given.config, { logger: silentLogger, entities: [] });
  queue = new TriageQueueService(database.dataSource);
});
afterAll(async () => {
  await database.close();
  await given.close();
});

let number: number;
beforeEach(async () => {
  const rows = await database.dataSource.query<{ number: number }[]>(
    `with request as (insert into requester default values returning id) select id as number from request`,
  );
  await database.dataSource.query(
    signed(`insert into ticket (title, description, category, priority, requester_id)
      values ('Charged twice', 'In May.', 'general', 'low', ${rows[0]?.number})`),
  );
  [{ number } = { number: 0 }] = await database.dataSource.query<{ number: number }[]>(
    'select max(number) as number from ticket',
  );
  await database.dataSource.query(
    `insert into triage_suggestion (ticket_number, source, engine, version, category, category_confidence,
       category_below_threshold, category_outcome, priority, priority_confidence, priority_below_threshold,
       priority_outcome, latency_ms)
     values ($1, 'local', 'local classifier', '1', 'billing', 0.9, false, 'kept', 'high', 0.9, false, 'kept', 1)`,
    [number],
  );
});

async function known() {
  const { dataSource } = database;
  const rows = (text: string) => dataSource.query<object[]>(text);
  return {
    suggestions: await rows('select id, category_outcome, priority_outcome from triage_suggestion order by id'),
    labels: await rows('select * from triage_label order by ticket_number, field'),
    verdicts: await rows('select id from triage_verdict order by id'),
    tickets: await rows(
      'select number, category, priority, status, assignee_id, team_id, snoozed_until, needs_triage, resolved_at from ticket order by 1',
    ),
    blocked: await rows('select id from requester where blocked_at is not null order by id'),
  };
}

const decisions: readonly [string, Decision][] = [
  ['an accepted suggestion', { acceptSuggestion: true }],
  ['an accepted suggestion with another priority', { acceptSuggestion: true, priority: TicketPriority.CRITICAL }],
  ['another category', { category: TicketCategory.ACCOUNT }],
  ['the category that was suggested', { category: TicketCategory.BILLING }],
  ['another category and priority', { category: TicketCategory.TECHNICAL, priority: TicketPriority.HIGH }],
  ['a snooze', { snoozedUntil: new Date(Date.now() + 3_600_000).toISOString() }],
  ['spam', { spam: true }],
];

test.each(decisions)('%s is taken back whole', async (_, decision) => {
  const before = await known();
  const { undoToken } = await queue.decide(team, number, decision, null);
  expect(await known()).not.toEqual(before);
  await queue.undo(team, undoToken);
  expect(await known()).toEqual(before);
});
