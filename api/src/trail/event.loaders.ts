import DataLoader from 'dataloader';
import type { Caller } from '../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../database/keyset.js';
import type { TicketEvent } from './event.entity.js';
import { type EventService, positionOf, type Stretch } from './event.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function eventLoaders(caller: Caller, events: EventService) {
  const stretch = new DataLoader<Stretch, TicketEvent[], string>((asked) => events.stretches(caller, asked), {
    cacheKeyFn: (key) => JSON.stringify(key),
  });
  return {
    event: new DataLoader<string, TicketEvent | null>(async (keys) => {
      const byKey = new Map((await events.getMany(caller, keys)).map((event) => [event.key, event]));
      return keys.map((key) => byKey.get(key) ?? null);
    }),
    /** How many events each ticket's trail has, by ticket number. */
    eventCount: new DataLoader<number, number>((numbers) => events.counts(caller, numbers)),
    /** A page of one ticket's trail, read together with those of the other tickets of a list; so are its facts. */
    eventPage: (ticketNumber: number, request: PageRequest): Promise<Page<TicketEvent>> =>
      readPage({ positionOf, rows: (bounds: KeysetBounds) => stretch.load({ ticketNumber, bounds }) }, request),
  };
}
