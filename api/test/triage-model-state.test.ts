import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { TicketCategory, TicketPriority } from '../src/tickets/fields/ticket-values.js';
import { DatabaseModelState } from '../src/triage/engines/llm/database-model-state.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

let files: TestDatabase;
let database: Database;

beforeAll(async () => {
  files = await createTestDatabase();
  database = await openDatabase(files.config, {
    logger: { info: () => undefined, warn: () => undefined },
    entities: [],
  });
});

afterAll(async () => {
  await database.close();
  await files.close();
});

const answer = {
  category: { value: TicketCategory.BILLING, confidence: 0.93 },
  priority: { value: TicketPriority.HIGH, confidence: 0.81 },
  rationale: 'Charged twice.',
  quote: null,
};

describe('what processes share about the language model', () => {
  it('is an answer that one has paid for', async () => {
    const limits = { dailyBudget: 10, clientDailyBudget: 10 };
    await new DatabaseModelState(database.dataSource, limits).keep('key-1', answer);
    const other = new DatabaseModelState(database.dataSource, limits);
    expect(await other.find('key-1')).toEqual(answer);
    expect(await other.find('key-2')).toBeNull();
  });

  it('is a budget per client address and one for all of them, exact under concurrency', async () => {
    await database.dataSource.query('delete from triage_model_call');
    const one = new DatabaseModelState(database.dataSource, { dailyBudget: 8, clientDailyBudget: 5 });
    const other = new DatabaseModelState(database.dataSource, { dailyBudget: 8, clientDailyBudget: 5 });
    const first = await Promise.all(Array.from({ length: 7 }, (_, i) => (i % 2 ? one : other).spend('10.0.0.1')));
    expect(first.filter(Boolean)).toHaveLength(5);
    const later = ['10.0.0.2', '10.0.0.2', '10.0.0.3', '10.0.0.4'];
    const allowed: boolean[] = [];
    for (const client of later) allowed.push(await other.spend(client));
    expect(allowed).toEqual([true, true, true, false]);
  });

  it('keeps no client address', async () => {
    await new DatabaseModelState(database.dataSource, { dailyBudget: 1, clientDailyBudget: 1 }).spend('192.0.2.77');
    const rows = await database.dataSource.query<{ client: string }[]>('select client from triage_model_call');
    expect(JSON.stringify(rows)).not.toContain('192.0.2.77');
  });
});
