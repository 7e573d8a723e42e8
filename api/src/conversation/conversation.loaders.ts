import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../database/keyset.js';
import type { TimelineItem } from '../trail/timeline-item.js';
import type { Conversation } from './conversation.js';
import type { InternalNote } from './notes/note.js';
import type { PublicReply } from './replies/reply.js';
import type { Placed } from './timeline/timeline.js';
import type { Excerpt, Stretch } from './timeline/timeline.service.js';

const cacheKeyFn = (key: object) => JSON.stringify(key);

/** Fresh for every request: what one request read must not answer another. */
export function conversationLoaders(caller: Caller, { timeline, replies, notes }: Conversation) {
  const stretch = new DataLoader<Stretch, Placed[], string>((asked) => timeline.stretches(caller, asked), {
    cacheKeyFn,
  });
  const count = new DataLoader<Excerpt, number, string>((asked) => timeline.counts(caller, asked), { cacheKeyFn });
  return {
    reply: new DataLoader<string, PublicReply | null>(async (keys) => {
      const found = await replies.getMany(caller, keys);
      return keys.map((key) => found.get(key) ?? null);
    }),
    note: new DataLoader<string, InternalNote | null>(async (keys) => {
      const found = await notes.getMany(caller, keys);
      return keys.map((key) => found.get(key) ?? null);
    }),
    timelineCount: (excerpt: Excerpt): Promise<number> => count.load(excerpt),
    /** A page of one ticket's timeline, read together with those of the other tickets of a list; so are its facts. */
    async timelinePage(excerpt: Excerpt, request: PageRequest): Promise<Page<TimelineItem>> {
      const rows = (bounds: KeysetBounds) => stretch.load({ ...excerpt, bounds });
      const page = await readPage({ positionOf: ({ place }) => ({ sort: null, number: place }), rows }, request);
      const placeOf = new Map(page.items.map(({ item, place }) => [item, place]));
      return {
        items: page.items.map(({ item }) => item),
        positionOf: (item) => ({ sort: null, number: placeOf.get(item) ?? 0 }),
        hasNext: page.hasNext,
        hasPrevious: page.hasPrevious,
      };
    },
  };
}
