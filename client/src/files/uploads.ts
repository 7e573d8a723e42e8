/**
 * The files of what is being written: a reply, a note, the form. They are sent at once and are nobody's until the message takes
 * them. What arrived is kept with the draft, through reloads; an upload that a reload interrupts is gone.
 */
import { type Draft, type DraftKind, draftOf } from '../drafts/drafts.js';
import { limits } from '../gql/limits.js';
import { createStore, type ReadableStore } from '../ui/store.js';
import { type Sender, sendFile } from './sendFile.js';

interface Named {
  readonly key: string;
  readonly name: string;
  readonly size: number;
}
export interface SentFile extends Named {
  readonly state: 'sent';
  readonly id: string;
  /** When it arrived, for the desk keeps it a day. */
  readonly at: number;
}
export type Upload =
  | SentFile
  | (Named & { readonly state: 'sending'; readonly progress: number })
  | (Named & { readonly state: 'failed'; readonly problem: string; readonly canRetry: boolean });

export interface Uploads extends ReadableStore<readonly Upload[]> {
  /** Begins to send; answers what stands in the way of some of them, or null. */
  add: (files: Iterable<File>) => string | null;
  remove: (key: string) => void;
  retry: (key: string) => void;
  clear: () => void;
  /** A message has taken these; what was added meanwhile stays. */
  release: (ids: readonly string[]) => void;
  /** Takes files back that had arrived before. */
  restore: (files: readonly Upload[]) => void;
}

/** The desk forgets what nothing used within a day; an hour less, so that no message fails for it. */
const KEPT_MS = 23 * 60 * 60_000;

const known = new Map<string, Uploads>();

export function uploadsOf(kind: DraftKind, subject: string): Uploads {
  const name = `${kind}:${subject}`;
  const uploads = known.get(name) ?? newUploads('member', draftOf('files', name, parseSent));
  known.set(name, uploads);
  return uploads;
}

/** What of them a message can take, or why it cannot be sent yet. */
export function readyFiles(uploads: readonly Upload[]): { ids: string[]; problem: string | null } {
  const ids = uploads.flatMap((upload) => (upload.state === 'sent' ? [upload.id] : []));
  if (uploads.some(({ state }) => state === 'sending')) return { ids, problem: 'A file is still being uploaded.' };
  return { ids, problem: ids.length < uploads.length ? 'A file was not uploaded: retry or remove it.' : null };
}

/** Without a draft they last as long as the page. */
export function newUploads(sender: Sender, draft: Draft<readonly Upload[]> | null = null): Uploads {
  const { read, subscribe, publish } = createStore<readonly Upload[]>(draft?.read() ?? []);
  const running = new Map<string, { file: File; controller: AbortController }>();
  let count = 0;

  const show = (uploads: readonly Upload[]) => {
    publish(uploads);
    if (!draft) return;
    const sent = uploads.filter((upload) => upload.state === 'sent');
    if (sent.length > 0) draft.write(sent);
    else if (draft.read() !== null) draft.discard();
  };
  const change = (key: string, now: (upload: Upload) => Upload) =>
    show(read().map((upload) => (upload.key === key ? now(upload) : upload)));
  const send = async (key: string, file: File) => {
    const controller = new AbortController();
    running.set(key, { file, controller });
    const progress = (part: number) =>
      change(key, (upload) => (upload.state === 'sending' ? { ...upload, progress: part } : upload));
    const outcome = await sendFile(sender, file, progress, controller.signal);
    change(key, ({ name: named, size }) => ({ key, name: named, size, ...outcome, at: Date.now() }));
  };
  const stop = (key: string) => {
    running.get(key)?.controller.abort();
    running.delete(key);
  };
  return {
    read,
    subscribe,
    add(files) {
      const all = [...files];
      const taken = all.slice(0, Math.max(0, limits.filesPerMessage - read().length));
      const begun = taken.map((file) => ({ file, key: `${Date.now()}-${count++}` }));
      const added = begun.map(({ file, key }): Upload => {
        return { key, name: file.name, size: file.size, state: 'sending', progress: 0 };
      });
      show([...read(), ...added]);
      for (const { file, key } of begun) void send(key, file);
      return taken.length < all.length ? `A message has at most ${limits.filesPerMessage} files.` : null;
    },
    remove(key) {
      stop(key);
      show(read().filter((upload) => upload.key !== key));
    },
    retry(key) {
      const file = running.get(key)?.file;
      if (!file) return;
      change(key, ({ name: named, size }) => ({ key, name: named, size, state: 'sending', progress: 0 }));
      void send(key, file);
    },
    clear() {
      for (const { key } of read()) stop(key);
      show([]);
    },
    release: (ids) => show(read().filter((upload) => upload.state !== 'sent' || !ids.includes(upload.id))),
    restore: (files) => show([...files, ...read()].slice(0, limits.filesPerMessage)),
  };
}

/** What storage holds, however old or damaged; null where nothing of it can be used. */
function parseSent(stored: unknown): readonly Upload[] | null {
  if (!Array.isArray(stored)) return null;
  const uploads = stored.flatMap((file: Partial<SentFile> | null): Upload[] => {
    const { key, name, size, id, at } = file ?? {};
    if (typeof key !== 'string' || typeof name !== 'string' || typeof id !== 'string') return [];
    const named = { key, name, size: Number(size) || 0 };
    if (typeof at === 'number' && Date.now() - at < KEPT_MS) return [{ ...named, state: 'sent', id, at }];
    const problem = 'Uploads are kept for a day. Attach it again.';
    return [{ ...named, state: 'failed', problem, canRetry: false }];
  });
  return uploads.length > 0 ? uploads : null;
}
