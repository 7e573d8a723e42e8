/** What several followers ask of one stretch of the feed is worked out once. */
import type { Stretch } from '../feed/feed.js';
import type { Change } from '../trail/changes.js';

export class OncePerStretch<T> {
  readonly #known = new WeakMap<Stretch<Change>, Map<string, Promise<T>>>();

  get(stretch: Stretch<Change>, key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#known.get(stretch) ?? new Map<string, Promise<T>>();
    this.#known.set(stretch, known);
    const result = known.get(key) ?? work();
    known.set(key, result);
    return result;
  }
}

/** The message itself where nobody else has it yet, so that equal answers about it can be shared; else a copy. */
export function withCursor<Message extends { cursor: string }>(message: Message, cursor: string): Message {
  if (message.cursor === cursor) return message;
  if (message.cursor === '') return Object.assign(message, { cursor });
  return Object.assign(Object.create(Object.getPrototypeOf(message) as object) as Message, message, { cursor });
}
