/** Which ready-made answers a caller has, by name. A cursor holds the key alone. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { KeysetBounds } from '../../database/keyset.js';
import { type CannedReply, type CannedReplyRow, cannedReplyColumns, cannedReplyOfRow } from './canned-reply.js';

type Database = DataSource | EntityManager;

/** Own ones, those of own teams, and those of everybody; $1 is the caller's account, or null. */
const isVisible = `(canned.owner_id = $1::integer or canned.shared_with = 'everybody' or (canned.shared_with = 'team'
  and canned.team_id in (select team_id from team_member where account_id = $1::integer)))`;

const contains = `($2::text is null or lower(canned.name || ' ' || canned.body) like $2)`;

/** As a pattern of LIKE, or null for any. */
export function patternOf(search: string | null): string | null {
  const part = search?.replaceAll('\0', '').toWellFormed().trim().toLowerCase() ?? '';
  return part === '' ? null : `%${part.replace(/[\\%_]/g, '\\$&')}%`;
}

export async function countVisible(database: Database, { accountId }: Caller, search: string | null): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `select count(*)::int as count from canned_reply canned where ${isVisible} and ${contains}`,
    [accountId ?? null, patternOf(search)],
  );
  return row?.count ?? 0;
}

export async function visibleRows(
  database: Database,
  { accountId }: Caller,
  search: string | null,
  { after, before, reverse, limit }: KeysetBounds,
): Promise<CannedReply[]> {
  const direction = reverse ? 'desc' : 'asc';
  const place = (parameter: string) => `(select lower(name), id from canned_reply where id = ${parameter})`;
  const rows = await database.query<CannedReplyRow[]>(
    `select ${cannedReplyColumns} from canned_reply canned where ${isVisible} and ${contains}
       and ($3::integer is null or (lower(canned.name), canned.id) > ${place('$3')})
       and ($4::integer is null or (lower(canned.name), canned.id) < ${place('$4')})
     order by lower(canned.name) ${direction}, canned.id ${direction} limit $5`,
    [accountId ?? null, patternOf(search), after?.number ?? null, before?.number ?? null, limit],
  );
  return rows.map(cannedReplyOfRow);
}

/** Null for what the caller does not have; administrators have what is shared with any team. */
export async function visibleOne(database: Database, caller: Caller, key: number): Promise<CannedReply | null> {
  const [row] = await database.query<CannedReplyRow[]>(
    `select ${cannedReplyColumns} from canned_reply canned
     where canned.id = $2 and (${isVisible} or ($3 and canned.shared_with = 'team'))`,
    [caller.accountId ?? null, key, caller.access === 'ADMIN'],
  );
  return row ? cannedReplyOfRow(row) : null;
}

/** In the transaction of the reply that it became. What the caller does not have is not counted. */
export async function countUse(manager: EntityManager, { accountId }: Caller, key: number): Promise<void> {
  await manager.query(
    `update canned_reply canned set use_count = use_count + 1 where ${isVisible} and canned.id = $2`,
    [accountId ?? null, key],
  );
}
