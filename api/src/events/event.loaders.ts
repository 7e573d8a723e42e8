import DataLoader from 'dataloader';
import type { Page, PageRequest } from '../database/keyset.js';
import type { TicketEvent } from './event.entity.js';
import type { EventService } from './event.service.js';

type PageKey = { readonly ticketNumber: number; readonly request: PageRequest };

export type EventLoaders = ReturnType<typeof eventLoaders>;

/** Fresh for every request: what one request read must not answer another. */
export function eventLoaders(events: EventService) {
  return {
    event: new DataLoader<string, TicketEvent | null>(async (keys) => {
      const byKey = new Map((await events.getMany(keys)).map((event) => [event.key, event]));
      return keys.map((key) => byKey.get(key) ?? null);
    }),
    /** One statement for all tickets that are asked for the same page, which all tickets of a list are. */
    eventPage: new DataLoader<PageKey, Page<TicketEvent>, string>(
      async (keys) => {
        const pages = new Map<PageKey, Page<TicketEvent>>();
        for (const group of Map.groupBy(keys, ({ request }) => JSON.stringify(request)).values()) {
          const [first] = group;
          if (!first) continue;
          const found = await events.pages(
            group.map(({ ticketNumber }) => ticketNumber),
            first.request,
          );
          for (const [index, key] of group.entries()) pages.set(key, found[index] as Page<TicketEvent>);
        }
        return keys.map((key) => pages.get(key) as Page<TicketEvent>);
      },
      { cacheKeyFn: (key) => JSON.stringify(key) },
    ),
  };
}
