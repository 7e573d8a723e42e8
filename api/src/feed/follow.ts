/** One follower of the feed: first what was missed since a cursor, then what happens, each message with its own cursor. */
import { type Closing, closable } from './closable.js';
import { type FeedPosition, isAfter, type Place } from './cursor.js';
import type { Feed, Stretch } from './feed.js';
import { isSeen, later, type Snapshot } from './snapshot.js';

/** A message and the place in the feed of what it tells. Of one place there may be several. */
export type Told<Message> = { readonly place: Place; readonly message: Message };

export type Followed<Entry extends Place, Message> = {
  /** Null: from now on. */
  readonly after: string | null;
  /** What a stretch says to this follower, in its order. */
  readonly messagesOf: (stretch: Stretch<Entry>) => Promise<readonly Told<Message>[]>;
  /** The same message with a cursor. */
  readonly at: (message: Message, cursor: string) => Message;
  /** Says that too much was missed. */
  readonly resync: (cursor: string) => Message;
};

/** A follower that is slower than the desk is told to read anew, instead of filling the memory. */
const mostWaiting = 1_000;

/** Fulfils once nothing that is committed will be missed. */
export async function follow<Entry extends Place, Message>(
  feed: Feed<Entry>,
  followed: Followed<Entry, Message>,
): Promise<AsyncGenerator<Message, void>> {
  const waiting: Stretch<Entry>[] = [];
  let wake = () => {};
  const { at, stop } = await feed.subscribe((stretch) => {
    waiting.push(stretch);
    if (weightOf(waiting) > mostWaiting) waiting.splice(0, waiting.length, { ...stretch, entries: null });
    wake();
  });
  return closable((closing) => {
    wake = () => closing.wake();
    return messages(feed, followed, { waiting, seen: at }, closing);
  }, stop);
}

function weightOf(stretches: readonly Stretch<Place>[]): number {
  return stretches.reduce((sum, { entries }) => sum + (entries?.length ?? 1), 0);
}

type Unread<Entry extends Place> = { readonly waiting: Stretch<Entry>[]; seen: Snapshot };

async function* messages<Entry extends Place, Message>(
  feed: Feed<Entry>,
  followed: Followed<Entry, Message>,
  unread: Unread<Entry>,
  closing: Closing,
): AsyncGenerator<Message, void> {
  const resync = async (snapshot: Snapshot) => followed.resync(await feed.cursorAt({ from: snapshot, within: null }));
  if (followed.after !== null) {
    const missed = await feed.since(followed.after);
    if (missed?.entries) yield* told(feed, followed, missed, missed.from);
    else yield await resync(unread.seen);
    if (missed?.entries) unread.seen = later(missed.to, unread.seen);
  }
  while (!closing.isClosed) {
    const stretch = unread.waiting.shift();
    if (!stretch) {
      await new Promise<void>((resolve) => {
        closing.wake = resolve;
      });
      continue;
    }
    if (stretch.entries) yield* told(feed, followed, stretch, unread.seen);
    else yield await resync(stretch.to);
    unread.seen = later(stretch.to, unread.seen);
  }
}

/** What of a stretch a follower who has seen so much does not know yet. */
async function* told<Entry extends Place, Message>(
  feed: Feed<Entry>,
  { messagesOf, at }: Followed<Entry, Message>,
  stretch: Stretch<Entry>,
  seen: Snapshot,
): AsyncGenerator<Message, void> {
  const all = await messagesOf(stretch);
  const news = stretch.from === seen ? all : all.filter(({ place }) => !isSeen(BigInt(place.transaction), seen));
  let position: FeedPosition = { from: seen, within: null };
  for (const [index, { place, message }] of news.entries()) {
    const next = news[index + 1];
    if (!next) position = { from: later(stretch.to, seen), within: null };
    else if (isAfter(next.place, place)) position = { from: seen, within: { to: stretch.to, last: place } };
    yield at(message, await feed.cursorAt(position));
  }
}
