import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { violatedConstraint } from '../database/database-error.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../database/keyset.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError, NotFoundError } from '../errors.js';
import { Issues, normalEmail, takeName } from '../identity/accounts/account-rules.js';
import { AuditEventType } from '../identity/audit/audit-event.js';
import { recordAudit } from '../identity/audit/audit-trail.js';
import { type Requester, type RequesterRow, requesterColumns, requesterOfRow } from './requester.js';
import { longestNote } from './requester-rules.js';

export const requesterPosition = ({ key }: Requester) => ({ sort: null, number: key });

const mostEmails = 20;

export type RequesterChanges = {
  readonly name?: string | null;
  readonly note?: string | null;
  readonly blocked?: boolean | null;
  readonly addEmail?: string | null;
  readonly removeEmail?: string | null;
  readonly primaryEmail?: string | null;
};

/** What else a person's words are, to be forgotten in the same transaction; later features contribute it. */
export type ForgetWords = (manager: EntityManager, requesterKey: number) => Promise<void>;

export class RequesterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly forgetWords: readonly ForgetWords[],
  ) {}

  /** Latest first. */
  page(_caller: Caller, search: string | null, request: PageRequest): Promise<Page<Requester>> {
    return readPage({ positionOf: requesterPosition, rows: (bounds) => this.rows(search, bounds) }, request);
  }

  async count(_caller: Caller, search: string | null): Promise<number> {
    const { where, values } = condition(search);
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from requester where ${where}`,
      values,
    );
    return row?.count ?? 0;
  }

  async getMany(_caller: Caller, keys: readonly number[]): Promise<Map<number, Requester>> {
    return requestersByKey(this.dataSource.manager, keys);
  }

  /** @throws NotFoundError, InvalidInputError */
  async update(_caller: Caller, key: number, changes: RequesterChanges): Promise<Requester> {
    const { values, addEmail, removeEmail, primaryEmail } = take(changes);
    return inTransaction(this.dataSource, async (manager) => {
      await lock(manager, key);
      await manager.query(
        `update requester set
           name = case when $2 then $3 else name end, note = case when $4 then $5 else note end,
           blocked_at = case when $6::boolean is null then blocked_at when $6 then coalesce(blocked_at, now()) end
         where id = $1`,
        [key, ...values],
      );
      if (addEmail) await add(manager, key, addEmail);
      if (removeEmail) await remove(manager, key, removeEmail);
      if (primaryEmail) await makePrimary(manager, key, primaryEmail);
      return one(manager, key);
    });
  }

  /** Forgets name, addresses and words; that there was somebody, when, and how much was said stays. @throws NotFoundError */
  async erase(caller: Caller, key: number): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      await lock(manager, key);
      for (const forget of this.forgetWords) await forget(manager, key);
      await manager.query('delete from requester_email where requester_id = $1', [key]);
      await manager.query(
        `update requester set name = null, external_id = null, note = null, erased_at = now() where id = $1`,
        [key],
      );
      // By number: a name in the audit would live on for 400 days.
      const target = `Requester ${key}`;
      await recordAudit(manager, caller, { type: AuditEventType.REQUESTER_ERASED, target });
    });
  }

  private async rows(search: string | null, bounds: KeysetBounds): Promise<Requester[]> {
    const { where, values } = condition(search);
    const { after, before, reverse, limit } = bounds;
    const rows = await this.dataSource.query<RequesterRow[]>(
      `select ${requesterColumns} from requester where ${where}
         and ($${values.length + 1}::integer is null or requester.id < $${values.length + 1})
         and ($${values.length + 2}::integer is null or requester.id > $${values.length + 2})
       order by requester.id ${reverse ? 'asc' : 'desc'} limit $${values.length + 3}`,
      [...values, after?.number ?? null, before?.number ?? null, limit],
    );
    return rows.map(requesterOfRow);
  }
}

function condition(search: string | null): { where: string; values: unknown[] } {
  const part = search?.replaceAll('\0', '').toWellFormed().trim().toLowerCase() ?? '';
  if (part === '') return { where: 'erased_at is null', values: [] };
  const matches = `(lower(name) like $1 or requester.id in (select requester_id from requester_email where address like $1))`;
  return { where: `erased_at is null and ${matches}`, values: [`%${part.replace(/[\\%_]/g, '\\$&')}%`] };
}

export async function requestersByKey(
  manager: EntityManager,
  keys: readonly number[],
): Promise<Map<number, Requester>> {
  const rows = await manager.query<RequesterRow[]>(
    `select ${requesterColumns} from requester where requester.id = any($1::integer[]) and erased_at is null`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, requesterOfRow(row)]));
}

const unknown = () => new NotFoundError('There is no requester with this id.', ['id']);

async function lock(manager: EntityManager, key: number): Promise<void> {
  const rows = await manager.query<unknown[]>('select from requester where id = $1 and erased_at is null for update', [
    key,
  ]);
  if (rows.length === 0) throw unknown();
}

async function one(manager: EntityManager, key: number): Promise<Requester> {
  const requester = (await requestersByKey(manager, [key])).get(key);
  if (!requester) throw unknown();
  return requester;
}

function take({ name, note, blocked, ...emails }: RequesterChanges) {
  const issues = new Issues();
  const taken = typeof name === 'string' ? takeName('name', name, issues) : null;
  const line = note?.trim() || null;
  if (line && [...line].length > longestNote) {
    issues.add('note', 'too_long', `Ensure this field has no more than ${longestNote} characters.`);
  }
  if (line?.isWellFormed() === false || line?.includes('\0')) issues.add('note', 'invalid', 'Not a valid string.');
  const address = (path: 'addEmail' | 'removeEmail' | 'primaryEmail') => {
    const email = emails[path];
    if (email == null) return null;
    const normal = normalEmail(email);
    if (normal === null) issues.add(path, 'invalid', 'This is not an e-mail address.');
    return normal;
  };
  const addresses = {
    addEmail: address('addEmail'),
    removeEmail: address('removeEmail'),
    primaryEmail: address('primaryEmail'),
  };
  issues.refuse();
  return { values: [name !== undefined, taken, note !== undefined, line, blocked ?? null], ...addresses };
}

const invalid = (path: string, message: string) => new InvalidInputError([{ path: [path], code: 'invalid', message }]);

async function add(manager: EntityManager, key: number, address: string): Promise<void> {
  const { emails } = await one(manager, key);
  if (emails.some((email) => email.address === address)) return;
  if (emails.length >= mostEmails) throw invalid('addEmail', `A requester has at most ${mostEmails} addresses.`);
  try {
    await manager.query('insert into requester_email (address, requester_id, is_primary) values ($1, $2, $3)', [
      address,
      key,
      emails.length === 0,
    ]);
  } catch (error) {
    if (violatedConstraint(error)?.constraint !== 'requester_email_pkey') throw error;
    throw invalid('addEmail', 'Another requester has this address.');
  }
}

async function remove(manager: EntityManager, key: number, address: string): Promise<void> {
  const gone = await manager.query<[{ is_primary: boolean }[], number]>(
    'delete from requester_email where requester_id = $1 and address = $2 returning is_primary',
    [key, address],
  );
  if (!gone[1]) throw invalid('removeEmail', 'The requester has no such address.');
  const next = (await one(manager, key)).emails[0];
  if (next) await makePrimary(manager, key, next.address);
}

async function makePrimary(manager: EntityManager, key: number, address: string): Promise<void> {
  const { emails } = await one(manager, key);
  if (!emails.some((email) => email.address === address)) {
    throw invalid('primaryEmail', 'The requester has no such address.');
  }
  await manager.query('update requester_email set is_primary = false where requester_id = $1 and is_primary', [key]);
  await manager.query('update requester_email set is_primary = true where requester_id = $1 and address = $2', [
    key,
    address,
  ]);
}
