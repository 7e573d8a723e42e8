/**
 * A choice of this person that stays in this browser: theme, time zone, named views. Kept in local storage, shared between
 * tabs, and harmless where storage is blocked: the choice then lasts as long as the page.
 */
import { useSyncExternalStore } from 'react';

interface Preference<T> {
  read: () => T;
  write: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/** `parse` receives what storage holds, however old or damaged, and answers with a usable value. */
export function createPreference<T>(name: string, parse: (stored: unknown) => T): Preference<T> {
  const key = `relaydesk.${name}`;
  const listeners = new Set<() => void>();
  let value = parse(load(key));
  const publish = (next: T) => {
    value = next;
    for (const listener of listeners) listener();
  };
  globalThis.addEventListener?.('storage', (event) => {
    if (event.key === key || event.key === null) publish(parse(load(key)));
  });
  return {
    read: () => value,
    write(next) {
      store(key, next);
      publish(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function usePreference<T>(preference: Preference<T>): T {
  return useSyncExternalStore(preference.subscribe, preference.read);
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
