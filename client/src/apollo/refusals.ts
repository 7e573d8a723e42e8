/** How often the server said that nobody is signed in: whoever knows about sessions looks again when it changes. */
import { createStore, type ReadableStore } from '../ui/store.js';

const refusals = createStore(0);

export function reportRefusal(): void {
  refusals.publish(refusals.read() + 1);
}

export const refusalStore: ReadableStore<number> = refusals;
