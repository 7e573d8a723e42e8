/**
 * Which tab this is. The name is in session storage only while no page of the tab is shown: a reload picks it up again, and
 * a duplicated tab, which copies the storage of a living one, finds none and takes a name of its own.
 */
const KEY = 'relaydesk.tab';

let name = pickUp() ?? newName();

export function thisTab(): string {
  return name;
}

globalThis.addEventListener?.('pagehide', putDown);
globalThis.addEventListener?.('pageshow', ({ persisted }) => {
  // Back from the browser's own memory of pages: whoever picked the name up meanwhile keeps it.
  if (persisted) name = pickUp() ?? newName();
});

function pickUp(): string | null {
  try {
    const found = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return found;
  } catch {
    return null;
  }
}

function putDown(): void {
  try {
    sessionStorage.setItem(KEY, name);
  } catch {
    // Storage is blocked: nothing is restored, and nothing is mixed up.
  }
}

function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
