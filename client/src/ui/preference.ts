/**
 * A choice of this person that stays in this browser: theme, time zone, named views. Kept in local storage, shared between
 * tabs, and harmless where storage is blocked: the choice then lasts as long as the page.
 */
import { createStore, type ReadableStore, useStore } from './store.js';

interface Preference<T> extends ReadableStore<T> {
  write: (value: T) => void;
}

/** `parse` receives what storage holds, however old or damaged, and answers with a usable value. */
export function createPreference<T>(name: string, parse: (stored: unknown) => T): Preference<T> {
  const key = `relaydesk.${name}`;
  const { read, publish, subscribe } = createStore(parse(load(key)));
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key || event.key === null) publish(parse(load(key)));
  });
  return {
    read,
    write(next) {
      store(key, next);
      publish(next);
    },
    subscribe,
  };
}

export function usePreference<T>(preference: Preference<T>): T {
  return useStore(preference);
}

/** A plain word is stored as it is, so that the boot script can read the theme without parsing. */
function load(key: string): unknown {
  try {
    const stored = localStorage.getItem(key);
    if (stored === null) return null;
    return /^[[{"]/.test(stored) ? JSON.parse(stored) : stored;
  } catch {
    return null;
  }
}

function store(key: string, value: unknown) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  } catch {
    // Storage is blocked or full: the choice lives on in this page.
  }
}
