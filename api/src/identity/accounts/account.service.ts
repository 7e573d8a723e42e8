import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { Page, PageRequest } from '../../database/keyset.js';
import { inTransaction } from '../../database/transaction.js';
import { InvalidInputError, NotFoundError, WrongStateError } from '../../errors.js';
import { AuditEventType } from '../audit/audit-event.js';
import { recordAudit } from '../audit/audit-trail.js';
import type { Client, SessionStore } from '../sessions/session-store.js';
import { countResetTry } from '../sign-in/sign-in-delay.js';
import type { AccountCourier, AccountLink } from './account-courier.js';
import { type AccountFilter, accountPage, accountsByKey, countAccounts } from './account-reads.js';
import { Issues, normalEmail, takeEmail, takeHandle, takeName } from './account-rules.js';
import { type AccountChanges, insertAccount, updateAccount } from './account-writes.js';
import { holdTeam } from './first-administrator.js';
import { makeLink } from './one-time-secrets.js';
import { Role, type User } from './user.js';

export type InviteInput = { readonly email: unknown; readonly displayName: unknown; readonly role: Role };

/** Undefined leaves a field as it is. */
export type UserChanges = {
  readonly displayName?: unknown;
  readonly email?: unknown;
  readonly handle?: unknown;
  readonly role?: Role | null;
  readonly active?: boolean | null;
  readonly emailNotifications?: boolean | null;
};

/** What everybody may change of themselves. */
export type OwnChanges = Pick<UserChanges, 'displayName' | 'handle' | 'emailNotifications'>;

/** What else must happen when somebody leaves, in the same transaction; later features contribute it. */
export type HandOver = (manager: EntityManager, from: User, to: User | null, caller: Caller) => Promise<void>;

/** The people of the team: who there is, invited and changed by administrators. */
export class AccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionStore,
    private readonly handOver: HandOver,
    private readonly courier: AccountCourier,
  ) {}

  getMany(_caller: Caller, keys: readonly number[]): Promise<Map<number, User>> {
    return accountsByKey(this.dataSource, keys);
  }

  page(_caller: Caller, filter: AccountFilter, request: PageRequest): Promise<Page<User>> {
    return accountPage(this.dataSource, filter, request);
  }

  count(_caller: Caller, filter: AccountFilter): Promise<number> {
    return countAccounts(this.dataSource, filter);
  }

  /** Inviting somebody again who has not come yet renews the link. Answers its secret, which nobody keeps; null where it is mailed. */
  async invite(caller: Caller, input: InviteInput, lifetime?: string): Promise<{ user: User; secret: string | null }> {
    const issues = new Issues();
    const email = takeEmail(input.email, issues);
    const displayName = takeName('displayName', input.displayName, issues);
    issues.refuse();
    return inTransaction(this.dataSource, async (manager) => {
      await holdTeam(manager);
      const id = await this.invited(manager, { email, displayName, role: input.role });
      const secret = await this.link(manager, caller, 'invitation', id, lifetime);
      await recordAudit(manager, caller, { type: AuditEventType.USER_INVITED, target: email, detail: input.role });
      return { user: await found(manager, id), secret };
    });
  }

  /** The last active administrator can be neither demoted nor deactivated. */
  async update(caller: Caller, id: number, input: UserChanges, handOverToId: number | null = null): Promise<User> {
    const changes = takeChanges(input);
    const user = await inTransaction(this.dataSource, async (manager) => {
      await holdTeam(manager);
      const before = await found(manager, id);
      await updateAccount(manager, id, changes);
      if (input.active != null && input.active !== before.active) {
        await this.setActive(manager, caller, before, input.active, handOverToId);
      }
      await refuseWithoutAdministrator(manager, before);
      const after = await found(manager, id);
      const detail = differences(before, after);
      if (detail !== '') {
        await recordAudit(manager, caller, { type: AuditEventType.USER_CHANGED, target: after.email, detail });
      }
      return after;
    });
    this.sessions.forget();
    return user;
  }

  async updateSelf(caller: Caller, input: OwnChanges): Promise<User> {
    if (caller.accountId == null) throw new WrongStateError('Sign in to change your profile.', []);
    const { displayName, handle, emailNotifications = null } = input;
    return this.update(caller, caller.accountId, { displayName, handle, emailNotifications });
  }

  /** Answers the secret of a link by which the person sets a new password; null where it is mailed. */
  async createPasswordReset(caller: Caller, id: number): Promise<string | null> {
    return inTransaction(this.dataSource, async (manager) => {
      const user = await found(manager, id);
      if (!user.active) throw new WrongStateError('Only active people have a password to reset.', ['userId']);
      await recordAudit(manager, caller, {
        type: AuditEventType.PASSWORD_CHANGED,
        target: user.email,
        detail: 'A reset link was made.',
      });
      return this.link(manager, caller, 'reset', id);
    });
  }

  /** By somebody without a name. Nobody learns whether there is such a person. @throws TooManyError */
  async askForReset({ address: from }: Client, email: unknown): Promise<void> {
    await countResetTry(this.dataSource, from);
    const address = normalEmail(email);
    if (address !== null) await this.courier.askForReset(this.dataSource.manager, address, from);
  }

  async findByEmail(_caller: Caller, email: string): Promise<User | null> {
    const [row] = await this.dataSource.query<{ id: number }[]>('select id from account where email = $1', [email]);
    return row ? found(this.dataSource.manager, row.id) : null;
  }

  /** The operator's command tells the link, mail or not: it is the way back in where mail does not work. */
  private async link(
    manager: EntityManager,
    { kind: by }: Caller,
    kind: AccountLink,
    id: number,
    lifetime?: string,
  ): Promise<string | null> {
    if (!this.courier.isSetUp || by === 'system') return makeLink(manager, kind, id, lifetime);
    await this.courier.carryAccountLink(manager, kind, id);
    return null;
  }

  private async invited(
    manager: EntityManager,
    account: { email: string; displayName: string; role: Role },
  ): Promise<number> {
    const [known] = await manager.query<{ id: number; isNew: boolean }[]>(
      'select id, activated_at is null and deactivated_at is null as "isNew" from account where email = $1',
      [account.email],
    );
    if (!known) return insertAccount(manager, account);
    if (!known.isNew) {
      const message = 'Somebody with this address is in the team already, or was; make them active again instead.';
      throw new InvalidInputError([{ path: ['email'], code: 'invalid', message }]);
    }
    await updateAccount(manager, known.id, { displayName: account.displayName, role: account.role });
    return known.id;
  }

  private async setActive(
    manager: EntityManager,
    caller: Caller,
    before: User,
    active: boolean,
    handOverToId: number | null,
  ): Promise<void> {
    await manager.query(`update account set deactivated_at = case when $2 then null else now() end where id = $1`, [
      before.key,
      active,
    ]);
    if (active) return;
    await manager.query('delete from session where account_id = $1', [before.key]);
    await manager.query('delete from one_time_secret where account_id = $1', [before.key]);
    await manager.query(
      `update api_token set revoked_at = now() where account_id = $1 and not for_desk and revoked_at is null`,
      [before.key],
    );
    const to = handOverToId === null ? null : await found(manager, handOverToId);
    if (to && !to.active)
      throw new WrongStateError('Tickets can be handed over to active people only.', ['handOverToId']);
    await this.handOver(manager, before, to, caller);
  }
}

function takeChanges(input: UserChanges): AccountChanges {
  const issues = new Issues();
  const changes: AccountChanges = {
    ...(input.email == null ? {} : { email: takeEmail(input.email, issues) }),
    ...(input.displayName == null ? {} : { displayName: takeName('displayName', input.displayName, issues) }),
    ...(input.handle == null ? {} : { handle: takeHandle(input.handle, issues) }),
    ...(input.role == null ? {} : { role: input.role }),
    ...(input.emailNotifications == null ? {} : { emailNotifications: input.emailNotifications }),
  };
  issues.refuse();
  return changes;
}

/** @throws NotFoundError */
async function found(manager: EntityManager, id: number): Promise<User> {
  const user = (await accountsByKey(manager, [id])).get(id);
  if (!user) throw new NotFoundError('There is no such person.', ['id']);
  return user;
}

async function refuseWithoutAdministrator(manager: EntityManager, before: User): Promise<void> {
  if (before.role !== Role.ADMIN || !before.active) return;
  const [row] = await manager.query<{ has: boolean }[]>(
    `select exists (select from account
       where role = 'admin' and activated_at is not null and deactivated_at is null) as has`,
  );
  if (!row?.has)
    throw new WrongStateError('The desk needs an active administrator. Make somebody else one first.', ['id']);
}

function differences(before: User, after: User): string {
  const fields = ['displayName', 'email', 'handle', 'role', 'active'] as const;
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => `${field}: ${before[field]} → ${after[field]}`)
    .join(', ');
}
