import DataLoader from 'dataloader';
import type { Caller } from '../../caller.js';
import type { Became, KeptMail, OriginalService } from './original.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function originalLoaders(caller: Caller, originals: OriginalService) {
  const loader = (became: Became) =>
    new DataLoader<string, KeptMail | null>(async (keys) => {
      const kept = await originals.kept(caller, became, keys);
      return keys.map((key) => kept.get(key) ?? null);
    });
  return { keptMailOfReply: loader('reply'), keptMailOfTicket: loader('ticket') };
}
