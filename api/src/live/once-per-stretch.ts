/** What several followers ask of one stretch of the feed is worked out once. */
import type { Stretch } from '../feed/feed.js';
import type { Change } from '../trail/changes.js';

export class OncePerStretch<T> {
  readonly #known = new WeakMap<Stretch<Change>, Map<string, T>>();

  get(stretch: Stretch<Change>, key: string, work: () => T): T {
    const known = this.#known.get(stretch) ?? new Map<string, T>();
    this.#known.set(stretch, known);
    const result = known.get(key) ?? work();
    known.set(key, result);
    return result;
  }
}
