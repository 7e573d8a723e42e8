/** The statements that make and change accounts, for services that have decided that it may be done. */
import type { EntityManager } from 'typeorm';
import { violatedConstraint } from '../../database/database-error.js';
import { InvalidInputError } from '../../errors.js';
import { handleFrom } from './account-rules.js';
import type { Role } from './user.js';

export type NewAccount = { readonly email: string; readonly displayName: string; readonly role: Role };

/** Within `holdTeam`, which keeps two from taking one handle. */
export async function insertAccount(manager: EntityManager, { email, displayName, role }: NewAccount): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>(
    'insert into account (email, display_name, handle, role) values ($1, $2, $3, $4) returning id',
    [email, displayName, await freeHandle(manager, handleFrom(email)), role],
  );
  if (!row) throw new Error('The statement answered no row.');
  return row.id;
}

async function freeHandle(manager: EntityManager, wanted: string): Promise<string> {
  const rows = await manager.query<{ handle: string }[]>('select handle from account where starts_with(handle, $1)', [
    wanted,
  ]);
  const taken = new Set(rows.map(({ handle }) => handle));
  let handle = wanted;
  for (let number = 2; taken.has(handle); number++) handle = `${wanted}${number}`;
  return handle;
}

const columns = {
  email: 'email',
  displayName: 'display_name',
  handle: 'handle',
  role: 'role',
  emailNotifications: 'email_notifications',
} as const;
export type AccountChanges = { [field in Exclude<keyof typeof columns, 'emailNotifications'>]?: string } & {
  emailNotifications?: boolean;
};

/** @throws InvalidInputError where somebody else has the address or the handle */
export async function updateAccount(manager: EntityManager, id: number, changes: AccountChanges): Promise<void> {
  const fields = Object.entries(changes) as [keyof typeof columns, string | boolean][];
  if (fields.length === 0) return;
  const assignments = fields.map(([field], index) => `${columns[field]} = $${index + 2}`).join(', ');
  try {
    await manager.query(`update account set ${assignments} where id = $1`, [id, ...fields.map(([, value]) => value)]);
  } catch (error) {
    const taken = { account_email_unique: 'email', account_handle_unique: 'handle' }[
      violatedConstraint(error)?.constraint ?? ''
    ];
    if (!taken) throw error;
    const message = `Somebody else has this ${taken === 'email' ? 'address' : 'handle'}.`;
    throw new InvalidInputError([{ path: [taken], code: 'invalid', message }]);
  }
}
