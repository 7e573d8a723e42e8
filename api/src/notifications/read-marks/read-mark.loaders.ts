import DataLoader from 'dataloader';
import type { Caller } from '../../caller.js';
import type { ReadMarkService } from './read-mark.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function readMarkLoaders(caller: Caller, readMarks: ReadMarkService) {
  return {
    hasUnread: new DataLoader<number, boolean>(async (numbers) => {
      const unread = await readMarks.unreadAmong(caller, numbers);
      return numbers.map((number) => unread.has(number));
    }),
  };
}
