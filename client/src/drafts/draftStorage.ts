/**
 * Drafts in local storage, each under its subject and the tab that writes it, so that no tab writes over another. A tab that
 * goes away lets go of its drafts; the next page that asks for the subject takes them up: the same tab after a reload, or
 * another one where the tab was closed. A tab that crashed says nothing, and is taken for gone after a while.
 */
import { thisTab } from './tab.js';

interface StoredDraft {
  value: unknown;
  /** When it was last written, or last known to be open. */
  at: number;
  /** Its tab is gone or about to reload. */
  released: boolean;
}

const PREFIX = 'relaydesk.draft';
/** Timers of hidden tabs run about once a minute. */
const BEAT_MS = 30_000;
const SILENT_MS = 5 * 60_000;
const FORGOTTEN_MS = 30 * 24 * 60 * 60_000;

/** The keys this page answers for. */
const held = new Set<string>();

/** Takes up the draft of this tab, otherwise the latest one that nobody holds; null where there is none. */
export function takeUp(subject: string): unknown {
  const own = keyOf(subject, thisTab());
  const now = Date.now();
  const found = keysOf(subject)
    .flatMap((key) => {
      const draft = read(key);
      return draft ? [{ key, draft }] : [];
    })
    .filter(({ key, draft }) => key === own || draft.released || now - draft.at > SILENT_MS)
    .sort((a, b) => Number(b.key === own) - Number(a.key === own) || b.draft.at - a.draft.at)[0];
  if (!found || now - found.draft.at > FORGOTTEN_MS) return null;
  if (found.key !== own) remove(found.key);
  store(subject, found.draft.value);
  return found.draft.value;
}

export function store(subject: string, value: unknown): void {
  const key = keyOf(subject, thisTab());
  held.add(key);
  write(key, { value, at: Date.now(), released: false });
}

export function forget(subject: string): void {
  const key = keyOf(subject, thisTab());
  held.delete(key);
  remove(key);
}

const keyOf = (subject: string, tab: string) => `${PREFIX}:${subject}:${tab}`;

/** Of all subjects, where it is empty. */
function keysOf(subject: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(subject ? `${PREFIX}:${subject}:` : `${PREFIX}:`));
  } catch {
    return [];
  }
}

function read(key: string): StoredDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<StoredDraft> | null;
    if (!draft || typeof draft.at !== 'number') return null;
    return { value: draft.value, at: draft.at, released: draft.released === true };
  } catch {
    return null;
  }
}

function write(key: string, draft: StoredDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is blocked or full: the draft lives as long as the page.
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is blocked: there was nothing in it.
  }
}

function mark(released: boolean): void {
  for (const key of held) {
    const draft = read(key);
    if (draft) write(key, { ...draft, at: released ? draft.at : Date.now(), released });
  }
}

/** Every draft of this tab is its own again, whichever of them its pages ask for. */
function hold(): void {
  for (const key of keysOf('')) if (key.endsWith(`:${thisTab()}`)) held.add(key);
  mark(false);
}

hold();
globalThis.addEventListener?.('pagehide', () => mark(true));
globalThis.addEventListener?.('pageshow', ({ persisted }) => persisted && hold());
const beat: unknown = setInterval(() => mark(false), BEAT_MS);
// Under Node, where the tests run, a timer would keep the process alive.
if (typeof beat === 'object' && beat !== null && 'unref' in beat && typeof beat.unref === 'function') beat.unref();
