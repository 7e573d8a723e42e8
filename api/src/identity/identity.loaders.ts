import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import { parseRowNumber } from '../database/row-number.js';
import { importMachine, type Machine, tokenMachine, triageMachine } from './accounts/machine.js';
import type { User } from './accounts/user.js';
import type { Identity } from './identity.js';

/** Fresh for every request: what one request read must not answer another. */
export function identityLoaders(caller: Caller, { accounts, tokens }: Pick<Identity, 'accounts' | 'tokens'>) {
  const tokenMachines = new DataLoader<number, Machine | null>(async (keys) => {
    const names = await tokens.names(caller, keys);
    return keys.map((key) => {
      const name = names.get(key);
      return name === undefined ? null : tokenMachine(key, name);
    });
  });
  return {
    user: new DataLoader<number, User | null>(async (keys) => {
      const users = await accounts.getMany(caller, keys);
      return keys.map((key) => users.get(key) ?? null);
    }),
    tokenMachine: tokenMachines,
    /** By the key of its global id. */
    async machine(key: string): Promise<Machine | null> {
      if (key === 'triage') return triageMachine();
      if (key === 'import') return importMachine();
      const number = key.startsWith('token:') ? parseRowNumber(key.slice('token:'.length)) : null;
      return number === null ? null : tokenMachines.load(number);
    },
  };
}
