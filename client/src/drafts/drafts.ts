/**
 * What a person has written and not sent: the form, an edit of a ticket, a cell, a reply, a note. One draft per kind and
 * subject, kept with every keystroke, for this tab alone. What is typed lives in memory; storage only restores it, when the
 * page first asks, and never changes what a page already shows.
 */
import { useCallback, useMemo } from 'react';
import { createStore, type ReadableStore, useStore } from '../ui/store.js';
import { forget, store, takeUp } from './draftStorage.js';

/** What can be written about a ticket, and the ticket that does not exist yet. */
export type DraftKind = 'ticket' | 'edit' | 'title' | 'description' | 'reply' | 'note' | 'files';

/** Null where there is no draft. */
export interface Draft<T> extends ReadableStore<T | null> {
  write: (value: T) => void;
  discard: () => void;
}

const drafts = new Map<string, Draft<unknown>>();

/** `parse` receives what storage holds, however old or damaged, and answers with a draft or null. The same subject gives the same draft. */
export function draftOf<T>(kind: DraftKind, subject: string, parse: (stored: unknown) => T | null): Draft<T> {
  const name = `${kind}:${subject}`;
  const known = drafts.get(name);
  // The kind decides the type, and each kind has one parser.
  if (known) return known as Draft<T>;
  const stored = takeUp(name);
  const { read, publish, subscribe } = createStore<T | null>(stored === null ? null : parse(stored));
  const draft: Draft<T> = {
    read,
    subscribe,
    write(value) {
      store(name, value);
      publish(value);
    },
    discard() {
      forget(name);
      publish(null);
    },
  };
  drafts.set(name, draft as Draft<unknown>);
  return draft;
}

/** The draft of a component: its value, how to read what it is by now, and how to change it. */
export function useDraft<T>(kind: DraftKind, subject: string, parse: (stored: unknown) => T | null) {
  const draft = useMemo(() => draftOf(kind, subject, parse), [kind, subject, parse]);
  const value = useStore(draft);
  return { value, read: draft.read, write: draft.write, discard: useCallback(() => draft.discard(), [draft]) };
}
