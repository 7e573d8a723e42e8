/** Who asked in many rows at once, as files bring them: two statements for a batch, however many people it names. */
import type { EntityManager } from 'typeorm';
import type { NamedRequester } from './requester-rules.js';

type Named = Pick<NamedRequester, 'email' | 'name'>;

/** The keys in the order of the rows; null where a row names nobody. Equal addresses are one person, equal names are not. */
export async function attachRequesters(
  manager: EntityManager,
  rows: readonly (Named | null | undefined)[],
): Promise<(number | null)[]> {
  const emails = [...new Set(rows.flatMap((row) => row?.email ?? []))];
  const nameOf = new Map<string, string>();
  // The first name that comes with an address is theirs, as where submissions come one by one.
  for (const row of rows) if (row?.email && row.name && !nameOf.has(row.email)) nameOf.set(row.email, row.name);
  if (emails.length > 0) {
    await manager.query(
      `with fresh as materialized (
         select address, name, nextval(pg_get_serial_sequence('requester', 'id'))::integer as id
         from unnest($1::text[], $2::text[]) as named (address, name)
         where not exists (select from requester_email as known where known.address = named.address)
       ), made as (
         insert into requester (id, name) overriding system value select id, name from fresh
       )
       insert into requester_email (address, requester_id, is_primary) select address, id, true from fresh
       on conflict (address) do nothing`,
      [emails, emails.map((email) => nameOf.get(email) ?? null)],
    );
  }
  const known = await manager.query<{ address: string; key: number }[]>(
    'select address, requester_id as key from requester_email where address = any($1::text[])',
    [emails],
  );
  const keyOf = new Map(known.map(({ address, key }) => [address, key]));
  const keys: (number | null)[] = [];
  for (const row of rows) {
    keys.push(row?.email ? (keyOf.get(row.email) ?? null) : row?.name ? await named(manager, row.name) : null);
  }
  return keys;
}

async function named(manager: EntityManager, name: string): Promise<number | null> {
  const [row] = await manager.query<{ id: number }[]>('insert into requester (name) values ($1) returning id', [name]);
  return row?.id ?? null;
}
