import type { DataSource } from 'typeorm';
import { type Caller, type TokenScopeName, tokenScopes } from '../../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, NotFoundError, WrongStateError } from '../../errors.js';
import { Issues, takeName } from '../accounts/account-rules.js';
import { AuditEventType } from '../audit/audit-event.js';
import { recordAudit } from '../audit/audit-trail.js';
import { ApiToken } from './api-token.js';
import { digestOf } from './secrets.js';
import type { TokenStore } from './token-store.js';
import { newToken } from './token-text.js';

const defaultDays = 90;
const mostDays = 366;

export type NewTokenInput = {
  readonly name: unknown;
  readonly scopes: readonly TokenScopeName[];
  readonly expiresInDays?: number | null;
  readonly forDesk?: boolean | null;
};

const instant = (column: string, name: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;
const columns = `id as key, account_id as "ownerKey", name as "displayName", prefix, scopes, for_desk as "forDesk",
  last_used_from as "lastUsedFrom", ${instant('expires_at', 'expiresAt')}, ${instant('last_used_at', 'lastUsedAt')},
  ${instant('created_at', 'createdAt')}, ${instant('revoked_at', 'revokedAt')}`;

type Row = Omit<ApiToken, 'id' | 'nodeKey'>;
const tokenOf = (row: Row) => Object.assign(new ApiToken(), row);
const positionOf = (token: ApiToken) => ({ sort: null, number: token.key });

/** Which tokens: the caller's own, or those of the desk, which administrators look after. */
export type TokenList = 'own' | 'desk';

export class TokenService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: TokenStore,
  ) {}

  /** Newest first. */
  page(caller: Caller, list: TokenList, request: PageRequest): Promise<Page<ApiToken>> {
    return readPage({ positionOf, rows: (bounds) => this.rows(caller, list, bounds) }, request);
  }

  async count(caller: Caller, list: TokenList): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from api_token where ${owned(list)}`,
      [caller.accountId ?? null],
    );
    return row?.count ?? 0;
  }

  /** What these tokens are for, whoever made them; revoked ones too. */
  async names(_caller: Caller, keys: readonly number[]): Promise<Map<number, string>> {
    const rows = await this.dataSource.query<{ id: number; name: string }[]>(
      'select id, name from api_token where id = any($1::integer[])',
      [keys],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Null for tokens that are none of the caller's business. */
  async get(caller: Caller, key: number): Promise<ApiToken | null> {
    const [row] = await this.dataSource.query<Row[]>(`select ${columns} from api_token where id = $1`, [key]);
    return row && mayTouch(caller, row) ? tokenOf(row) : null;
  }

  /** The text is told once and kept nowhere. */
  async create(caller: Caller, input: NewTokenInput): Promise<{ apiToken: ApiToken; secret: string }> {
    const { accountId } = caller;
    if (accountId == null) throw new WrongStateError('Sign in to make a token.', []);
    const issues = new Issues();
    const name = takeName('name', input.name, issues);
    const days = input.expiresInDays ?? defaultDays;
    if (!Number.isInteger(days) || days < 1 || days > mostDays) {
      issues.add('expiresInDays', 'invalid', `A token works for 1 to ${mostDays} days.`);
    }
    if (input.scopes.length === 0) issues.add('scopes', 'required', 'Choose at least one scope.');
    issues.refuse();
    const isAdmin = caller.access === 'ADMIN';
    if (input.forDesk && !isAdmin)
      throw new ForbiddenError('Only administrators make tokens of the desk.', ['forDesk']);
    if (input.scopes.includes('ADMIN') && !isAdmin)
      throw new ForbiddenError('Only administrators may give this scope.', ['scopes']);
    const { prefix, token } = newToken();
    const scopes = tokenScopes.filter((scope) => input.scopes.includes(scope));
    const apiToken = await inTransaction(this.dataSource, async (manager) => {
      const [row] = await manager.query<Row[]>(
        `insert into api_token (name, prefix, secret_hash, scopes, account_id, for_desk, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day') returning ${columns}`,
        [name, prefix, digestOf(token), scopes, accountId, input.forDesk === true, days],
      );
      if (!row) throw new Error('The statement answered no row.');
      const detail = scopes.join(', ');
      await recordAudit(manager, caller, { type: AuditEventType.TOKEN_CREATED, target: `${name} (${prefix})`, detail });
      return tokenOf(row);
    });
    return { apiToken, secret: token };
  }

  async revoke(caller: Caller, key: number): Promise<ApiToken> {
    const revoked = await inTransaction(this.dataSource, async (manager) => {
      const [row] = await manager.query<Row[]>(`select ${columns} from api_token where id = $1 for update`, [key]);
      if (!row || !mayTouch(caller, row)) throw new NotFoundError('There is no such token.', ['id']);
      if (row.revokedAt !== null) return tokenOf(row);
      const [after] = await manager.query<Row[]>(
        `with revoked as (update api_token set revoked_at = now() where id = $1 returning *) select ${columns} from revoked`,
        [key],
      );
      const target = `${row.displayName} (${row.prefix})`;
      await recordAudit(manager, caller, { type: AuditEventType.TOKEN_REVOKED, target });
      return tokenOf(after ?? row);
    });
    this.store.forget();
    return revoked;
  }

  private async rows(caller: Caller, list: TokenList, bounds: KeysetBounds): Promise<ApiToken[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select ${columns} from api_token where ${owned(list)} and id < coalesce($2, 2147483647) and id > coalesce($3, 0)
       order by id ${bounds.reverse ? 'asc' : 'desc'} limit $4`,
      [caller.accountId ?? null, bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
    );
    return rows.map(tokenOf);
  }
}

function owned(list: TokenList): string {
  return list === 'own' ? 'account_id = $1::integer and not for_desk' : '($1::integer is null or true) and for_desk';
}

/** A person's own, and those of the desk for administrators. */
function mayTouch({ accountId, access }: Caller, { ownerKey, forDesk }: Row): boolean {
  return forDesk ? access === 'ADMIN' : ownerKey === accountId;
}
