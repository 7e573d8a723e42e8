/** How far a mailbox has been read, kept so that any process, and any start, goes on from there. */
import type { DataSource } from 'typeorm';

export type Place = { readonly uidValidity: bigint; readonly lastUid: number; readonly beganAt: Date };

/** At first what is there stays where it is: only what comes from now on is the desk's. */
export async function placeIn(
  dataSource: DataSource,
  name: string,
  { uidValidity, uidNext }: { readonly uidValidity: bigint; readonly uidNext: number },
): Promise<Place> {
  await dataSource.query(
    `insert into mail_mailbox (name, uid_validity, last_uid) values ($1, $2, $3) on conflict (name) do nothing`,
    [name, String(uidValidity), uidNext - 1],
  );
  // Renumbered: it is read again from the beginning, and what the desk has is counted, not doubled.
  await dataSource.query(
    'update mail_mailbox set uid_validity = $2, last_uid = 0 where name = $1 and uid_validity <> $2',
    [name, String(uidValidity)],
  );
  const [row] = await dataSource.query<{ lastUid: string; beganAt: Date }[]>(
    `select last_uid as "lastUid", began_at as "beganAt" from mail_mailbox where name = $1`,
    [name],
  );
  if (!row) throw new Error('The statement answered no row.');
  return { uidValidity, lastUid: Number(row.lastUid), beganAt: row.beganAt };
}

export async function moveOn(
  dataSource: DataSource,
  name: string,
  uidValidity: bigint,
  lastUid: number,
): Promise<void> {
  await dataSource.query(
    'update mail_mailbox set last_uid = $3 where name = $1 and uid_validity = $2 and last_uid < $3',
    [name, String(uidValidity), lastUid],
  );
}
