import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import type { AccountService } from './accounts/account.service.js';
import type { User } from './accounts/user.js';

/** Fresh for every request: what one request read must not answer another. */
export function identityLoaders(caller: Caller, accounts: AccountService) {
  return {
    user: new DataLoader<number, User | null>(async (keys) => {
      const users = await accounts.getMany(caller, keys);
      return keys.map((key) => users.get(key) ?? null);
    }),
  };
}
