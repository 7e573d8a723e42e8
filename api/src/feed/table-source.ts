/** A table whose rows know their transaction, as the source of a feed. */
import type { DataSource } from 'typeorm';
import type { FeedPosition, Place } from './cursor.js';
import type { FeedSource, Stretch } from './feed.js';
import type { Snapshot } from './snapshot.js';

type Row<Entry> = Entry & { readonly snapshot: Snapshot; readonly isForeign: boolean };

/**
 * `select` reads entries, with their `key`, from one table that has the columns `transaction`, `ticket_number` and `id`.
 * A position is of another database when it has seen transactions that are still to come here.
 */
export function tableSource<Entry extends Place & { readonly key: string }>(
  dataSource: DataSource,
  select: string,
): FeedSource<Entry> {
  const sinceSql = `
    select now.snapshot::text, now.is_foreign as "isForeign", entry.*
    from (
      select pg_current_snapshot() as snapshot,
        pg_snapshot_xmax($1::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot()) as is_foreign
    ) as now
    left join lateral (
      ${select} as kept
      where kept.transaction >= pg_snapshot_xmin($1::pg_snapshot)
        and not pg_visible_in_snapshot(kept.transaction, $1::pg_snapshot)
        and ($2::pg_snapshot is null or not (pg_visible_in_snapshot(kept.transaction, $2::pg_snapshot)
          and (kept.transaction, kept.ticket_number) <= ($3::xid8, $4::integer)))
      order by kept.transaction, kept.ticket_number, kept.id limit $5
    ) as entry on not now.is_foreign`;
  return {
    async epoch() {
      const [row] = await dataSource.query<{ id: string }[]>('select left(id::text, 8) as id from feed_epoch');
      return row?.id ?? '';
    },
    async now() {
      const [row] = await dataSource.query<{ now: Snapshot }[]>('select pg_current_snapshot()::text as now');
      return row?.now ?? '';
    },
    async since({ from, within }: FeedPosition, most: number): Promise<Stretch<Entry> | null> {
      const { to = null, last = null } = within ?? {};
      const values = [from, to, last?.transaction ?? null, last?.ticketNumber ?? null, most + 1];
      const rows = await dataSource.query<Row<Entry>[]>(sinceSql, values);
      const [first] = rows;
      if (!first || first.isForeign) return null;
      if (rows.length > most) return { from, to: first.snapshot, entries: null };
      return { from, to: first.snapshot, entries: rows.filter(({ key }) => key !== null) };
    },
  };
}
