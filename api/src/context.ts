import type { Caller } from './caller.js';
import { parseRowNumber } from './database/row-number.js';
import type { TicketImportService } from './imports/import.service.js';
import type { Node } from './relay/node.js';
import type { SampleService } from './samples/sample.service.js';
import type { StatsService } from './stats/stats.service.js';
import { ticketLoaders } from './tickets/read/ticket.loaders.js';
import type { TicketService } from './tickets/ticket.service.js';
import { eventLoaders } from './trail/event.loaders.js';
import type { EventService } from './trail/event.service.js';
import { suggestionLoaders } from './triage/suggestions/suggestion.loaders.js';
import type { Triage } from './triage/triage.js';

export type Services = {
  readonly tickets: TicketService;
  readonly imports: TicketImportService;
  readonly samples: SampleService;
  readonly events: EventService;
  readonly stats: StatsService;
  readonly triage: Triage;
};

/** What a resolver receives: who asks, the desk's services, and loaders that live as long as the request. */
export type Context = {
  readonly caller: Caller;
  readonly services: Services;
  readonly loaders: ReturnType<typeof loadersOf>;
  /** By type name: the object behind a key of a global id, or null. */
  readonly nodeLoaders: Readonly<Record<string, (key: string) => Promise<Node | null>>>;
};

function loadersOf(caller: Caller, services: Services) {
  return {
    ...ticketLoaders(caller, services.tickets),
    ...eventLoaders(caller, services.events),
    ...suggestionLoaders(caller, services.triage.suggestions),
  };
}

export function makeContext(caller: Caller, services: Services): Context {
  const loaders = loadersOf(caller, services);
  return {
    caller,
    services,
    loaders,
    nodeLoaders: {
      Ticket: async (key) => {
        const number = parseRowNumber(key);
        return number === null ? null : loaders.ticket.load(number);
      },
      TriageSuggestion: async (key) => loaders.suggestion.load(key),
      TicketEvent: async (key) => (isBigInteger(key) ? loaders.event.load(key) : null),
    },
  };
}

const isBigInteger = (key: string) => /^[1-9]\d{0,17}$/.test(key);
