/** `npm run users`: the operator's way in, and back in. The same words whether the desk runs or not. */
import type { Caller } from '../../caller.js';
import { NotFoundError } from '../../errors.js';
import type { AccountService } from '../accounts/account.service.js';
import { Role, type User } from '../accounts/user.js';
import type { SessionService } from '../sessions/session.service.js';

export type UsersCommand = {
  readonly accounts: AccountService;
  readonly sessions: SessionService;
  readonly publicUrl: string;
};

export const usage = `Usage: npm run users -- list
       npm run users -- add ADDRESS [--admin] [--name NAME]
       npm run users -- reset ADDRESS
       npm run users -- end-sessions [ADDRESS]
       npm run users -- deactivate ADDRESS`;

/** The operator's word was not understood; the message says how it goes. */
export class UsageError extends Error {}

/** Whoever reads the terminal of a first administrator does so at once; an invitation to others may wait in their mail. */
const administratorLifetime = '1 hour';
const page = 100;

const operator: Caller = { kind: 'system', id: null, name: null, access: 'ADMIN', address: null, door: 'system' };

/** Answers the lines to print. @throws UsageError or an error whose message is for the operator */
export async function runUsersCommand(desk: UsersCommand, args: readonly string[]): Promise<string[]> {
  const [verb, ...rest] = args;
  const run = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!run) throw new UsageError(usage);
  return run(desk, rest);
}

const verbs: Readonly<Record<string, (desk: UsersCommand, args: readonly string[]) => Promise<string[]>>> = {
  async list({ accounts }, args) {
    if (args.length > 0) throw new UsageError(usage);
    const filter = { search: null, includeInactive: true };
    const lines: string[] = [];
    let after: User | undefined;
    do {
      const position = after ? { sort: null, number: after.key } : null;
      const request = { limit: page, forward: true, after: position, before: null };
      const { items } = await accounts.page(operator, filter, request);
      lines.push(
        ...items.map(
          (user) => `${user.email}\t${user.role}\t${user.active ? 'active' : 'inactive'}\t${user.displayName}`,
        ),
      );
      after = items.length === page ? items.at(-1) : undefined;
    } while (after);
    return lines;
  },

  async add({ accounts, publicUrl }, args) {
    const { address, isAdmin, name } = addArguments(args);
    const input = { email: address, displayName: name ?? address, role: isAdmin ? Role.ADMIN : Role.AGENT };
    const { secret } = await accounts.invite(operator, input, isAdmin ? administratorLifetime : undefined);
    return [`${publicUrl}/invitation#${secret}`];
  },

  async reset({ accounts, publicUrl }, args) {
    const user = await userOf(accounts, args);
    return [`${publicUrl}/reset#${await accounts.createPasswordReset(operator, user.key)}`];
  },

  async 'end-sessions'({ accounts, sessions }, args) {
    if (args.length === 0) {
      await sessions.endEverybodys(operator);
      return ['All sessions of everybody are ended.'];
    }
    const user = await userOf(accounts, args);
    await sessions.end(operator, { accountId: user.key });
    return [`All sessions of ${user.email} are ended.`];
  },

  async deactivate({ accounts }, args) {
    const user = await userOf(accounts, args);
    await accounts.update(operator, user.key, { active: false });
    return [`${user.email} is not active any more.`];
  },
};

function addArguments(args: readonly string[]): { address: string; isAdmin: boolean; name: string | null } {
  const rest = [...args];
  let isAdmin = false;
  let name: string | null = null;
  const addresses: string[] = [];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--admin') isAdmin = true;
    else if (arg === '--name') name = rest.shift() ?? '';
    else addresses.push(arg);
  }
  const [address, ...others] = addresses;
  if (!address || address.startsWith('-') || others.length > 0 || name === '') throw new UsageError(usage);
  return { address, isAdmin, name };
}

async function userOf(accounts: AccountService, [address, ...others]: readonly string[]): Promise<User> {
  if (!address || others.length > 0) throw new UsageError(usage);
  const user = await accounts.findByEmail(operator, address.trim().toLowerCase());
  if (!user) throw new NotFoundError(`Nobody here has the address ${address}.`, []);
  return user;
}
