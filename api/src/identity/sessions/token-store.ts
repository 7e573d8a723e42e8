/** Tokens by the digest of their text. As with sessions, what one may is read at most once a second. */
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { TokenScopeName } from '../../caller.js';
import { Role } from '../accounts/user.js';
import { AuditEventType } from '../audit/audit-event.js';
import { recordAudit } from '../audit/audit-trail.js';
import { digestOf } from './secrets.js';
import { isTokenText } from './token-text.js';

const freshMs = 700;
const mostKnown = 10_000;

export type KnownToken = {
  readonly id: number;
  readonly prefix: string;
  readonly forDesk: boolean;
  readonly ownerId: number;
  /** ADMIN is there only while whoever it belongs to is an administrator. */
  readonly scopes: readonly TokenScopeName[];
};

type Known = { readonly at: number; readonly token: Promise<KnownToken | null> };
type Row = KnownToken & { readonly role: Role; readonly isDue: boolean; readonly lastFrom: string | null };

export class TokenStore {
  readonly #known = new LRUCache<string, Known>({ max: mostKnown });

  constructor(private readonly dataSource: DataSource) {}

  /** Null for everything that is no token, or none any more. */
  find(text: string, address: string): Promise<KnownToken | null> {
    if (!isTokenText(text)) return Promise.resolve(null);
    const digest = digestOf(text);
    const key = digest.toString('base64');
    const now = performance.now();
    const known = this.#known.get(key);
    if (known && now - known.at < freshMs) return known.token;
    const token = this.read(digest, address);
    this.#known.set(key, { at: now, token });
    token.catch(() => this.#known.delete(key));
    return token;
  }

  forget(): void {
    this.#known.clear();
  }

  private async read(digest: Buffer, address: string): Promise<KnownToken | null> {
    const [row] = await this.dataSource.query<Row[]>(
      `select t.id, prefix, for_desk as "forDesk", account_id as "ownerId", scopes, role, last_used_from as "lastFrom",
         coalesce(last_used_at < now() - interval '1 minute', true) as "isDue"
       from api_token t join account a on a.id = account_id
       where secret_hash = $1 and revoked_at is null and expires_at > now()
         and (for_desk or (activated_at is not null and deactivated_at is null))`,
      [digest],
    );
    if (!row) return null;
    const { role, isDue, lastFrom, ...token } = row;
    if (isDue) await this.noteUse(token, lastFrom, address);
    const isAdmin = token.forDesk || role === Role.ADMIN;
    return { ...token, scopes: isAdmin ? token.scopes : token.scopes.filter((scope) => scope !== 'ADMIN') };
  }

  private async noteUse({ id, prefix }: Pick<Row, 'id' | 'prefix'>, before: string | null, now: string): Promise<void> {
    await this.dataSource.query('update api_token set last_used_at = now(), last_used_from = $2 where id = $1', [
      id,
      now,
    ]);
    if (before === null || before === now) return;
    const doer = { kind: 'token', id: String(id), name: prefix, address: now } as const;
    const detail = `Used from ${before} before.`;
    await recordAudit(this.dataSource, doer, { type: AuditEventType.TOKEN_USED_ELSEWHERE, target: prefix, detail });
  }
}
