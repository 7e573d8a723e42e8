import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError } from '../../errors.js';
import { encodeGlobalId, numberOf } from '../../relay/global-id.js';
import { AuditEventType } from '../audit/audit-event.js';
import { recordAudit } from '../audit/audit-trail.js';
import { Session } from './session.js';
import { isAlive, type SessionStore } from './session-store.js';

export type Ending = {
  readonly ids?: readonly string[] | null;
  /** All but the one that the request came with. */
  readonly allOthers?: boolean | null;
  /** Of somebody else; administrators alone. */
  readonly accountId?: number | null;
};

/** A person's browsers: told and ended by their owner, ended by administrators too. */
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: SessionStore,
  ) {}

  async list(caller: Caller): Promise<Session[]> {
    if (caller.accountId == null) return [];
    type Row = Omit<Session, 'current'>;
    const rows = await this.dataSource.query<Row[]>(
      `select id::text, user_agent as "userAgent", address,
         to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
         to_char(last_used_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastUsedAt"
       from session where account_id = $1 and ${isAlive} order by last_used_at desc, id desc limit 100`,
      [caller.accountId],
    );
    return rows.map(({ id, ...row }) =>
      Object.assign(new Session(), row, { id: encodeGlobalId('Session', id), current: id === caller.sessionId }),
    );
  }

  /** The operator's way to shut everybody out. */
  async endEverybodys(caller: Caller): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await manager.query('delete from session');
      await recordAudit(manager, caller, { type: AuditEventType.SIGN_OUT, detail: 'Everybody.' });
    });
    this.store.forget();
  }

  async end(caller: Caller, { ids, allOthers, accountId }: Ending): Promise<void> {
    const owner = accountId ?? caller.accountId ?? null;
    if (owner !== caller.accountId && caller.access !== 'ADMIN') {
      throw new ForbiddenError("Only administrators may end other people's sessions.", ['userId']);
    }
    const keys = (ids ?? []).flatMap((id) => numberOf('Session', id) ?? []);
    const isAll = allOthers === true || (accountId != null && ids == null);
    await inTransaction(this.dataSource, async (manager) => {
      const ended = await manager.query<unknown[]>(
        `with ended as (
           delete from session where account_id = $1 and (id = any($2::bigint[]) or ($3 and id is distinct from $4::bigint))
           returning 1) select from ended`,
        [owner, keys, isAll, caller.sessionId ?? null],
      );
      if (ended.length === 0) return;
      await recordAudit(manager, caller, { type: AuditEventType.SIGN_OUT, detail: `${ended.length} sessions ended.` });
    });
    this.store.forget();
  }
}
