import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { violatedConstraint } from '../src/database/database-error.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { signed } from './support/signature.js';

/** What the database itself refuses, whoever writes to it and by whatever way. */
let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await createTestDatabase();
  const logger = { info: () => undefined, warn: () => undefined };
  database = await openDatabase(given.config, { logger, entities: [] });
  await database.dataSource.query(
    signed(`insert into ticket (title, description, category, priority) values ${row('a')}`),
  );
});
afterAll(async () => {
  await database.close();
  await given.close();
});

function row(title: string): string {
  return `('${title}', 'b', 'general', 'low')`;
}

async function refusal(sql: string): Promise<string | null> {
  const error: unknown = await database.dataSource.query(sql).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return violatedConstraint(error)?.constraint ?? null;
}

test.each(['update ticket_event set actor = null', 'delete from ticket_event', 'truncate ticket_event'])(
  'the trail only grows: %s',
  async (sql) => {
    expect(await refusal(sql)).toBe('ticket_event_append_only');
    expect(await database.dataSource.query('select type from ticket_event')).toEqual([{ type: 'created' }]);
  },
);

test.each([
  ['ticket_title_not_blank', `insert into ticket (title, description, category, priority) values ${row('\u3000 ')}`],
  ['ticket_title_length', `insert into ticket (title, description, category, priority) values ${row('x'.repeat(201))}`],
  ['ticket_description_not_blank', `update ticket set description = ' '`],
  ['ticket_resolved_at_follows_status', `update ticket set status = 'resolved'`],
  ['ticket_version_positive', 'update ticket set version = 0'],
])('a row that no ticket can be is refused: %s', async (constraint, sql) => {
  expect(await refusal(signed(sql))).toBe(constraint);
});

test.each([
  `insert into ticket (title, description, category, priority) values ${row('b')}`,
  `update ticket set title = 'c'`,
  'update ticket set version = version + 1',
  'delete from ticket',
])('a change that nobody signs is refused, and says how to sign it: %s', async (sql) => {
  const before = await database.dataSource.query('select * from ticket');
  expect(await refusal(sql)).toBe('ticket_write_signed');
  await expect(database.dataSource.query(sql)).rejects.toThrow(/not signed: set relaydesk\.source/);
  expect(await database.dataSource.query('select * from ticket')).toEqual(before);
});
