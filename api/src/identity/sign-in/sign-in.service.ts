/** Every way to a session but the provider's: password, setup code, invitation, and how a password is changed. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, UnauthenticatedError } from '../../errors.js';
import { Issues, normalEmail, takeEmail, takeName, takePassword } from '../accounts/account-rules.js';
import { insertAccount } from '../accounts/account-writes.js';
import { activate, hasTeam, holdTeam } from '../accounts/first-administrator.js';
import { findLink, useLink } from '../accounts/one-time-secrets.js';
import { hashPassword, judgePassword } from '../accounts/passwords.js';
import { isSetupCode } from '../accounts/setup-code.js';
import { Role } from '../accounts/user.js';
import { AuditEventType } from '../audit/audit-event.js';
import { type Doer, recordAudit } from '../audit/audit-trail.js';
import type { AccessMode } from '../sessions/access-mode.js';
import type { Client, SessionStore } from '../sessions/session-store.js';
import { countSetupTry, countTry, forgetTries } from './sign-in-delay.js';
import { newPasswordHash, textOf } from './sign-in-fields.js';

const wrong = 'The e-mail address or the password is wrong.';
const spent = 'This link does not hold, or not any more. Ask an administrator for a new one.';

type Fields = Readonly<Record<string, unknown>>;
type Account = { readonly id: number; readonly handle: string; readonly hash: string | null };

export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly mode: AccessMode,
  ) {}

  /** Answers the secret of the session. @throws UnauthenticatedError in the same words and time for all that is wrong */
  async signIn(client: Client, { email: typed, password }: Fields): Promise<string> {
    const email = normalEmail(typed) ?? '';
    await countTry(this.dataSource, email || String(typed).slice(0, 254), client.address);
    const [found, isKnown] = await Promise.all([this.accountOf(email), this.isKnownAddress(client.address)]);
    const text = typeof password === 'string' ? password.slice(0, 1_000) : '';
    const verdict = await judgePassword(text, found?.hash ?? null, isKnown);
    if (!found || !verdict.isRight) {
      const doer = { kind: 'nobody', id: null, name: null, address: client.address } as const;
      await recordAudit(this.dataSource, doer, { type: AuditEventType.SIGN_IN_FAILED, target: email });
      throw new UnauthenticatedError(wrong);
    }
    await forgetTries(this.dataSource, email, client.address);
    const outdated = verdict.isOutdated ? await hashPassword(text) : null;
    return inTransaction(this.dataSource, async (manager) => {
      if (outdated) await manager.query('update account set password_hash = $2 where id = $1', [found.id, outdated]);
      return this.begin(manager, found, client);
    });
  }

  /** Makes the first administrator. @throws ForbiddenError for a wrong or used code */
  async setUp(client: Client, fields: Fields): Promise<string> {
    await countSetupTry(this.dataSource);
    const code = typeof fields.code === 'string' ? fields.code.slice(0, 100) : '';
    const refusal = 'The setup code is wrong, or the desk is set up already.';
    if (!(await isSetupCode(this.dataSource, code))) throw new ForbiddenError(refusal);
    const issues = new Issues();
    const email = takeEmail(fields.email, issues);
    const displayName = takeName('displayName', fields.displayName, issues);
    const password = takePassword('password', fields.password, issues);
    issues.refuse();
    const passwordHash = await hashPassword(password);
    const secret = await inTransaction(this.dataSource, async (manager) => {
      await holdTeam(manager);
      if ((await hasTeam(manager)) || !(await isSetupCode(manager, code))) throw new ForbiddenError(refusal);
      // Somebody who was invited by the operator's command and did not come yet.
      const known = await accountBy(manager, email);
      const id = known?.id ?? (await insertAccount(manager, { email, displayName, role: Role.ADMIN }));
      await manager.query(`update account set role = 'admin', deactivated_at = null where id = $1`, [id]);
      return this.enter(manager, id, { passwordHash, displayName }, client);
    });
    await this.mode.refresh();
    return secret;
  }

  /** @throws ForbiddenError for every link that does not hold, in the same words */
  async acceptInvitation(client: Client, fields: Fields): Promise<string> {
    const token = textOf(fields.token);
    if ((await findLink(this.dataSource, 'invitation', token)) === null) throw new ForbiddenError(spent);
    const issues = new Issues();
    const displayName = fields.displayName == null ? null : takeName('displayName', fields.displayName, issues);
    const password = takePassword('password', fields.password, issues);
    issues.refuse();
    const passwordHash = await hashPassword(password);
    const secret = await inTransaction(this.dataSource, async (manager) => {
      await holdTeam(manager);
      const id = await useLink(manager, 'invitation', token);
      if (id === null) throw new ForbiddenError(spent);
      return this.enter(manager, id, { passwordHash, displayName }, client);
    });
    await this.mode.refresh();
    return secret;
  }

  /** Sets a new password and ends all sessions. */
  async confirmReset(client: Client, fields: Fields): Promise<void> {
    const token = textOf(fields.token);
    if ((await findLink(this.dataSource, 'reset', token)) === null) throw new ForbiddenError(spent);
    const passwordHash = await newPasswordHash('password', fields.password);
    await inTransaction(this.dataSource, async (manager) => {
      const id = await useLink(manager, 'reset', token);
      if (id === null) throw new ForbiddenError(spent);
      const [row] = await manager.query<Account[]>(
        `with changed as (update account set password_hash = $2 where id = $1 returning id, handle) select * from changed`,
        [id, passwordHash],
      );
      await manager.query('delete from session where account_id = $1', [id]);
      const detail = 'By a reset link; all sessions ended.';
      await recordAudit(manager, doerOf(row, client), { type: AuditEventType.PASSWORD_CHANGED, detail });
    });
    this.sessions.forget();
  }

  /** Sets a new password and ends the other sessions. */
  async changePassword(caller: Caller, client: Client, fields: Fields): Promise<void> {
    const { accountId, sessionId } = caller;
    if (accountId == null || sessionId == null) throw new UnauthenticatedError('Sign in first.');
    const [account] = await this.dataSource.query<(Account & { email: string })[]>(
      'select id, handle, email, password_hash as hash from account where id = $1',
      [accountId],
    );
    if (!account) throw new UnauthenticatedError('Sign in first.');
    await countTry(this.dataSource, account.email, client.address);
    const current = typeof fields.current === 'string' ? fields.current.slice(0, 1_000) : '';
    const { isRight } = await judgePassword(current, account.hash, true);
    if (!isRight) throw new ForbiddenError('The current password is wrong.');
    await forgetTries(this.dataSource, account.email, client.address);
    const passwordHash = await newPasswordHash('password', fields.password);
    await inTransaction(this.dataSource, async (manager) => {
      await manager.query('update account set password_hash = $2 where id = $1', [accountId, passwordHash]);
      await manager.query('delete from session where account_id = $1 and id <> $2', [accountId, sessionId]);
      const detail = 'By themselves; their other sessions ended.';
      await recordAudit(manager, caller, { type: AuditEventType.PASSWORD_CHANGED, detail });
    });
    this.sessions.forget();
  }

  async signOut(caller: Caller): Promise<void> {
    if (caller.sessionId == null) return;
    await inTransaction(this.dataSource, async (manager) => {
      await manager.query('delete from session where id = $1', [caller.sessionId]);
      await recordAudit(manager, caller, { type: AuditEventType.SIGN_OUT });
    });
    this.sessions.forget();
  }

  /** Within `holdTeam`: makes the account active and opens its first session. Answers the secret of the session. */
  async enter(
    manager: EntityManager,
    id: number,
    activation: { passwordHash: string | null; displayName: string | null },
    client: Client,
  ): Promise<string> {
    const [account] = await manager.query<Account[]>('select id, handle, null as hash from account where id = $1', [
      id,
    ]);
    if (!account) throw new ForbiddenError(spent);
    await activate(manager, id, activation, doerOf(account, client));
    return this.begin(manager, account, client);
  }

  async begin(manager: EntityManager, account: Omit<Account, 'hash'>, client: Client): Promise<string> {
    await recordAudit(manager, doerOf(account, client), { type: AuditEventType.SIGN_IN });
    return this.sessions.begin(manager, account.id, client);
  }

  private async accountOf(email: string): Promise<Account | null> {
    const [row] = await this.dataSource.query<Account[]>(
      `select id, handle, password_hash as hash from account
       where email = $1 and activated_at is not null and deactivated_at is null`,
      [email],
    );
    return row ?? null;
  }

  /** Somebody signed in from there before, and is still. */
  private async isKnownAddress(address: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>('select from session where address = $1 limit 1', [address]);
    return rows.length > 0;
  }
}

export function doerOf(account: Pick<Account, 'id' | 'handle'> | undefined, { address }: Client): Doer {
  if (!account) return { kind: 'nobody', id: null, name: null, address };
  return { kind: 'person', id: String(account.id), name: account.handle, address };
}

async function accountBy(manager: EntityManager, email: string): Promise<{ id: number } | null> {
  const [row] = await manager.query<{ id: number }[]>('select id from account where email = $1', [email]);
  return row ?? null;
}
