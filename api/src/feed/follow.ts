/** One follower of the feed: first what was missed since a cursor, then what happens, each message with its own cursor. */
import { type Closing, closable } from './closable.js';
import { type FeedPosition, isAfter, type Place } from './cursor.js';
import type { Feed, Stretch } from './feed.js';
import { isSeen, later, type Snapshot } from './snapshot.js';

/** A message and the place in the feed of what it tells. Of one place there may be several. */
export type Told<Message> = { readonly place: Place; readonly message: Message };

export type Followed<Entry extends Place, Message extends { cursor: string }> = {
  /** Null: from now on. */
  readonly after: string | null;
  /** What a stretch says to this follower, in its order; the cursors are empty. */
  readonly messagesOf: (stretch: Stretch<Entry>) => Promise<readonly Told<Message>[]>;
  /** Says that too much was missed. */
  readonly resync: () => Message;
};

/** What came in, and what it says, which is worked out at once; null: too much to tell. */
type Heard<Entry extends Place, Message> = {
  readonly stretch: Stretch<Entry>;
  readonly told: Promise<readonly Told<Message>[]> | null;
};

/** A follower that is slower than the desk is told to read anew, instead of filling the memory. */
const mostWaiting = 1_000;

/** Fulfils once nothing that is committed will be missed. */
export async function follow<Entry extends Place, Message extends { cursor: string }>(
  feed: Feed<Entry>,
  followed: Followed<Entry, Message>,
): Promise<AsyncGenerator<Message, void>> {
  const waiting: Heard<Entry, Message>[] = [];
  let wake = () => {};
  const { at, stop } = await feed.subscribe(async (stretch) => {
    const told = stretch.entries && followed.messagesOf(stretch);
    // Its failure is met by whoever reads it.
    told?.catch(() => undefined);
    waiting.push({ stretch, told });
    if (weightOf(waiting) > mostWaiting) waiting.splice(0, waiting.length, { stretch, told: null });
    wake();
    await told;
  });
  return closable((closing) => {
    wake = () => closing.wake();
    return messages(feed, followed, { waiting, seen: at }, closing);
  }, stop);
}

function weightOf(waiting: readonly Heard<Place, unknown>[]): number {
  return waiting.reduce((sum, { stretch: { entries } }) => sum + (entries?.length ?? 1), 0);
}

type Unread<Entry extends Place, Message> = { readonly waiting: Heard<Entry, Message>[]; seen: Snapshot };

async function* messages<Entry extends Place, Message extends { cursor: string }>(
  feed: Feed<Entry>,
  { after, messagesOf, resync }: Followed<Entry, Message>,
  unread: Unread<Entry, Message>,
  closing: Closing,
): AsyncGenerator<Message, void> {
  const tooMuch = async (snapshot: Snapshot) =>
    withCursor(resync(), await feed.cursorAt({ from: snapshot, within: null }));
  if (after !== null) {
    const missed = await feed.since(after);
    if (missed?.entries) {
      yield* news(feed, await messagesOf(missed), missed, missed.from);
      unread.seen = later(missed.to, unread.seen);
    } else {
      yield await tooMuch(unread.seen);
    }
  }
  while (!closing.isClosed) {
    const heard = unread.waiting.shift();
    if (!heard) {
      await new Promise<void>((resolve) => {
        closing.wake = resolve;
      });
      continue;
    }
    const { stretch, told } = heard;
    if (told) yield* news(feed, await told, stretch, unread.seen);
    else yield await tooMuch(stretch.to);
    unread.seen = later(stretch.to, unread.seen);
  }
}

/** What of a stretch a follower who has seen so much does not know yet. */
async function* news<Entry extends Place, Message extends { cursor: string }>(
  feed: Feed<Entry>,
  all: readonly Told<Message>[],
  stretch: Stretch<Entry>,
  seen: Snapshot,
): AsyncGenerator<Message, void> {
  const untold = stretch.from === seen ? all : all.filter(({ place }) => !isSeen(BigInt(place.transaction), seen));
  let position: FeedPosition = { from: seen, within: null };
  for (const [index, { place, message }] of untold.entries()) {
    const next = untold[index + 1];
    if (!next) position = { from: later(stretch.to, seen), within: null };
    else if (isAfter(next.place, place)) position = { from: seen, within: { to: stretch.to, last: place } };
    yield withCursor(message, await feed.cursorAt(position));
  }
}

/** The message itself where nobody else has it yet, so that equal answers about it can be shared; else a copy. */
function withCursor<Message extends { cursor: string }>(message: Message, cursor: string): Message {
  if (message.cursor === cursor) return message;
  if (message.cursor === '') return Object.assign(message, { cursor });
  return Object.assign(Object.create(Object.getPrototypeOf(message) as object) as Message, message, { cursor });
}
