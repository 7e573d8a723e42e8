import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { migrate } from '../src/database/migrations.js';
import { silentLogger } from '../src/logger.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { signed } from './support/signature.js';

/** A database as the version before left it: without the folded text, and with titles that were allowed then. */
const before = `
  alter table reply drop column search_text;
  alter table note drop column search_text;
  alter table ticket drop column search_text;
  drop function search_pattern, fold_text;
  create or replace function is_blank(value text) returns boolean language sql immutable parallel safe strict
  return btrim(value) = '';
  create index ticket_search on ticket using gin ((title || ' ' || description) gin_trgm_ops);
  delete from schema_migration where name = '0020-text';
  insert into ticket (title, description, category, priority) values
    ('Grüße', 'An ordinary one', 'general', 'low'),
    (U&'\\200B', 'Words', 'general', 'low'),
    (E'One\\nline', U&'\\2060', 'general', 'low'),
    (U&'a\\202Eb', 'Words', 'general', 'low')`;

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await createTestDatabase();
  database = await openDatabase(given.config, { logger: silentLogger, entities: [] });
});
afterAll(async () => {
  await database.close();
  await given.close();
});

test('tickets of the version before are kept, cleaned and found', async () => {
  const { dataSource } = database;
  await dataSource.query(signed(before));
  expect(await migrate(dataSource)).toEqual(['0020-text']);
  const select = 'select title, description, search_text as folded from ticket order by number';
  expect(await dataSource.query(select)).toEqual([
    { title: 'Grüße', description: 'An ordinary one', folded: 'grusse an ordinary one' },
    { title: 'Untitled', description: 'Words', folded: 'untitled words' },
    { title: 'One line', description: 'One line', folded: 'one line one line' },
    { title: 'ab', description: 'Words', folded: 'ab words' },
  ]);
  // What was bad once must not stand in the way of a change today.
  await dataSource.query(signed(`update ticket set status = 'in_progress'`));
});
