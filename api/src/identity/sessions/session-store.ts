/**
 * Sessions by the digest of their secret. What one stands for is read at most once a second, so a role that is taken
 * away is gone everywhere a second later, and a busy session costs no statement per request.
 */
import { LRUCache } from 'lru-cache';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../accounts/user.js';
import { digestOf, newSecret } from './secrets.js';

const freshMs = 700;
const mostKnown = 10_000;

/** In SQL, as intervals: unused, and at all. */
export const idleLimit = '14 days';
export const lifeLimit = '60 days';
export const lifeLimitSeconds = 60 * 86_400;

/** Once a minute at the most. */
const noteUse = `with used as (update session set last_used_at = now() where id = $1 returning account_id)
  update account set last_seen_at = now() from used where account.id = used.account_id`;

/** Of the table `session`: it still counts. */
export const isAlive = `session.last_used_at > now() - interval '${idleLimit}' and session.created_at > now() - interval '${lifeLimit}'`;

export type KnownSession = {
  readonly id: string;
  readonly accountId: number;
  readonly handle: string;
  readonly role: Role;
};

export type Client = { readonly address: string; readonly userAgent: string };

type Known = { readonly at: number; readonly session: Promise<KnownSession | null> };

export class SessionStore {
  readonly #known = new LRUCache<string, Known>({ max: mostKnown });

  constructor(private readonly dataSource: DataSource) {}

  /** Always with a new secret: one that was planted before is worth nothing after. Answers the secret. */
  async begin(manager: EntityManager, accountId: number, { address, userAgent }: Client): Promise<string> {
    const secret = newSecret();
    await manager.query('insert into session (secret_hash, account_id, user_agent, address) values ($1, $2, $3, $4)', [
      digestOf(secret),
      accountId,
      userAgent.slice(0, 300).toWellFormed().replaceAll('\0', ''),
      address,
    ]);
    await manager.query('update account set last_seen_at = now() where id = $1', [accountId]);
    return secret;
  }

  /** Null for everything that is no session, or none any more. */
  find(secret: string): Promise<KnownSession | null> {
    const digest = digestOf(secret);
    const key = digest.toString('base64');
    const now = performance.now();
    const known = this.#known.get(key);
    if (known && now - known.at < freshMs) return known.session;
    const session = this.read(digest);
    this.#known.set(key, { at: now, session });
    // What failed is not remembered, and who asked for it hears of it.
    session.catch(() => this.#known.delete(key));
    return session;
  }

  /** After this process changed accounts or sessions, it obeys at once. */
  forget(): void {
    this.#known.clear();
  }

  private async read(digest: Buffer): Promise<KnownSession | null> {
    const [row] = await this.dataSource.query<(KnownSession & { isDue: boolean })[]>(
      `select session.id::text, account_id as "accountId", handle, role,
         last_used_at < now() - interval '1 minute' as "isDue"
       from session join account on account.id = account_id
       where secret_hash = $1 and ${isAlive} and activated_at is not null and deactivated_at is null`,
      [digest],
    );
    if (!row) return null;
    const { isDue, ...session } = row;
    if (isDue) await this.dataSource.query(noteUse, [session.id]);
    return session;
  }
}

export async function forgetOldSessions(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from session where not (${isAlive})`);
}
