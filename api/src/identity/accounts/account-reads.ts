/** Reads people by name. A cursor holds the key alone, and the database looks up where that person stands now. */
import type { DataSource, EntityManager } from 'typeorm';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { type User, type UserRow, userColumns, userOfRow } from './user.js';

export type AccountFilter = { readonly search: string | null; readonly includeInactive: boolean };

const positionOf = (user: User) => ({ sort: null, number: user.key });

export async function accountsByKey(
  database: DataSource | EntityManager,
  keys: readonly number[],
): Promise<Map<number, User>> {
  const rows = await database.query<UserRow[]>(
    `select ${userColumns} from account where account.id = any($1::integer[])`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, userOfRow(row)]));
}

/** Whether tickets can be given to whoever has this address. */
export async function isActiveMember(database: DataSource | EntityManager, email: string): Promise<boolean> {
  const rows = await database.query<unknown[]>(
    'select from account where email = $1 and activated_at is not null and deactivated_at is null',
    [email],
  );
  return rows.length > 0;
}

export function accountPage(dataSource: DataSource, filter: AccountFilter, request: PageRequest): Promise<Page<User>> {
  return readPage({ positionOf, rows: (bounds) => rowsOf(dataSource, filter, bounds) }, request);
}

export async function countAccounts(dataSource: DataSource, filter: AccountFilter): Promise<number> {
  const { where, values } = conditions(filter);
  const [row] = await dataSource.query<{ count: number }[]>(
    `select count(*)::int as count from account where ${where}`,
    values,
  );
  return row?.count ?? 0;
}

async function rowsOf(dataSource: DataSource, filter: AccountFilter, bounds: KeysetBounds): Promise<User[]> {
  const { where, values } = conditions(filter);
  const direction = bounds.reverse ? 'desc' : 'asc';
  const beyond = (comparison: string, number: number) => {
    values.push(number);
    const place = `select lower(display_name), id from account where id = $${values.length}`;
    return ` and (lower(account.display_name), account.id) ${comparison} (${place})`;
  };
  const range =
    (bounds.after ? beyond('>', bounds.after.number) : '') + (bounds.before ? beyond('<', bounds.before.number) : '');
  values.push(bounds.limit);
  const rows = await dataSource.query<UserRow[]>(
    `select ${userColumns} from account where ${where}${range}
     order by lower(account.display_name) ${direction}, account.id ${direction} limit $${values.length}`,
    values,
  );
  return rows.map(userOfRow);
}

function conditions({ search, includeInactive }: AccountFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const all = ['true'];
  if (!includeInactive) all.push('account.activated_at is not null and account.deactivated_at is null');
  if (search !== null && search.trim() !== '') {
    values.push(search.trim().toLowerCase());
    all.push(`position($1 in lower(account.display_name || ' ' || account.email || ' ' || account.handle)) > 0`);
  }
  return { where: all.join(' and '), values };
}
