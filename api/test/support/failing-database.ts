import { createTestDatabase, type TestDatabase, withDataSource } from './database.js';

/** A database that answers whatever is asked about tickets, replies, mail, figures, suggestions, files and tokens with this SQLSTATE. */
export async function createFailingDatabase(sqlState: string): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await withDataSource(database, async (dataSource) => {
    await dataSource.query(`
    create function fail() returns boolean language plpgsql stable as
      $$ begin raise exception using errcode = '${sqlState}', message = 'as the test wants it'; end $$;
    create function fail_write() returns trigger language plpgsql as $$ begin perform fail(); return new; end $$;
    create trigger failing before insert on file_chunk for each statement execute function fail_write();
    create trigger failing before insert on ticket for each statement execute function fail_write();
    create trigger failing before insert on triage_suggestion for each statement execute function fail_write();`);
    for (const [kind, name] of [
      ['table', 'ticket'],
      ['table', 'reply'],
      ['table', 'api_token'],
      ['table', 'inbound_mail'],
      ['view', 'ticket_count_now'],
      ['view', 'ticket_day_now'],
    ]) {
      await dataSource.query(`alter ${kind} ${name} rename to ${name}_kept`);
      await dataSource.query(`create view ${name} as select * from ${name}_kept where fail()`);
    }
  });
  return database;
}
