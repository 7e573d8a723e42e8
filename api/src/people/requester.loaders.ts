import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import type { Requester } from './requester.js';
import type { RequesterService } from './requester.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function requesterLoaders(caller: Caller, requesters: RequesterService) {
  return {
    requester: new DataLoader<number, Requester | null>(async (keys) => {
      const found = await requesters.getMany(caller, keys);
      return keys.map((key) => found.get(key) ?? null);
    }),
  };
}
