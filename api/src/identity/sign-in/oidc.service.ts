/**
 * Who may come in by the provider: a person is the provider's key for them (issuer and subject), never an address. An
 * address that the provider vouches for counts once, for an open invitation or for the operator's first administrator.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError } from '../../errors.js';
import { insertAccount } from '../accounts/account-writes.js';
import { hasTeam, holdTeam } from '../accounts/first-administrator.js';
import { Role } from '../accounts/user.js';
import type { AccessMode } from '../sessions/access-mode.js';
import type { Client } from '../sessions/session-store.js';
import type { Identity } from './oidc-provider.js';
import type { SignInService } from './sign-in.service.js';

type Known = { readonly id: number; readonly handle: string; readonly isActive: boolean };

export class OidcService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signIn: SignInService,
    private readonly mode: AccessMode,
    private readonly adminEmail: string | null,
  ) {}

  /** Answers the secret of the session. @throws ForbiddenError where nobody invited the person */
  async enter(identity: Identity, client: Client): Promise<string> {
    const secret = await inTransaction(this.dataSource, async (manager) => {
      await holdTeam(manager);
      const known = await linkedTo(manager, identity);
      if (known) {
        if (!known.isActive) throw new ForbiddenError('Your account is not active.');
        return this.signIn.begin(manager, known, client);
      }
      const id = (await invitedAs(manager, identity)) ?? (await this.firstAdministrator(manager, identity));
      if (id === null) throw new ForbiddenError(refusalOf(identity));
      await link(manager, identity, id);
      return this.signIn.enter(manager, id, { passwordHash: null, displayName: null }, client);
    });
    await this.mode.refresh();
    return secret;
  }

  /** Whoever is signed in says that this is them. @throws ForbiddenError where it is somebody else */
  async linkTo(caller: Caller, identity: Identity): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await holdTeam(manager);
      const known = await linkedTo(manager, identity);
      if (known && known.id !== caller.accountId) throw new ForbiddenError('This sign-in belongs to somebody else.');
      if (!known && caller.accountId != null) await link(manager, identity, caller.accountId);
    });
  }

  private async firstAdministrator(manager: EntityManager, identity: Identity): Promise<number | null> {
    const email = identity.verifiedEmail;
    if (email === null || email !== this.adminEmail || (await hasTeam(manager))) return null;
    const [row] = await manager.query<{ id: number }[]>('select id from account where email = $1', [email]);
    const id =
      row?.id ?? (await insertAccount(manager, { email, displayName: identity.name ?? email, role: Role.ADMIN }));
    await manager.query(`update account set role = 'admin', deactivated_at = null where id = $1`, [id]);
    return id;
  }
}

async function linkedTo(manager: EntityManager, { issuer, subject }: Identity): Promise<Known | null> {
  const [row] = await manager.query<Known[]>(
    `select id, handle, activated_at is not null and deactivated_at is null as "isActive"
     from account_identity join account on id = account_id where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return row ?? null;
}

/** An invitation that still holds, for the address that the provider vouches for. */
async function invitedAs(manager: EntityManager, { verifiedEmail }: Identity): Promise<number | null> {
  if (verifiedEmail === null) return null;
  const [row] = await manager.query<{ id: number }[]>(
    `select a.id from account a join one_time_secret s on s.account_id = a.id
     where email = $1 and kind = 'invitation' and expires_at > now() and activated_at is null and deactivated_at is null`,
    [verifiedEmail],
  );
  return row?.id ?? null;
}

async function link(manager: EntityManager, { issuer, subject }: Identity, accountId: number): Promise<void> {
  await manager.query('insert into account_identity (issuer, subject, account_id) values ($1, $2, $3)', [
    issuer,
    subject,
    accountId,
  ]);
}

function refusalOf({ verifiedEmail }: Identity): string {
  return verifiedEmail === null
    ? 'The provider does not vouch for your e-mail address.'
    : 'Nobody invited you to this desk. Ask an administrator.';
}
