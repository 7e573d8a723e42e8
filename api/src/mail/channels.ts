/** How each way of mail fares. Every process notes what it sees; a success that says nothing new is noted once a minute. */
import type { DataSource } from 'typeorm';

export type Channel = 'out' | 'http' | 'smtp' | 'imap';

export async function noteWorking(dataSource: DataSource, name: Channel): Promise<void> {
  await dataSource.query(
    `insert into mail_channel as channel (name, last_success_at) values ($1, now())
     on conflict (name) do update set last_success_at = now(), failing_since = null, message = null
     where channel.failing_since is not null or channel.last_success_at is null
       or channel.last_success_at < now() - interval '1 minute'`,
    [name],
  );
}

export async function isFailing(dataSource: DataSource, name: Channel): Promise<boolean> {
  const rows = await dataSource.query<unknown[]>(
    'select from mail_channel where name = $1 and failing_since is not null',
    [name],
  );
  return rows.length > 0;
}

export async function noteFailing(dataSource: DataSource, name: Channel, message: string): Promise<void> {
  await dataSource.query(
    `insert into mail_channel as channel (name, failing_since, message) values ($1, now(), $2)
     on conflict (name) do update set failing_since = coalesce(channel.failing_since, now()), message = excluded.message`,
    [name, message.slice(0, 500).toWellFormed().replaceAll('\0', '')],
  );
}
