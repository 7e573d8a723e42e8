import type { FastifyRequest } from 'fastify';
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

/** What a resolver receives: the desk's services, and loaders that live as long as the request. */
export type Context = {
  readonly services: Services;
  readonly loaders: ReturnType<typeof loadersOf>;
  /** By type name: the object behind a key of a global id, or null. */
  readonly nodeLoaders: Readonly<Record<string, (key: string) => Promise<Node | null>>>;
  /** The client's address, for budgets. */
  readonly client: string;
  /** For what the assembly itself decides by it, such as rate limits. */
  readonly request: FastifyRequest;
};

function loadersOf(services: Services) {
  return {
    ...ticketLoaders(services.tickets),
    ...eventLoaders(services.events),
    ...suggestionLoaders(services.triage.suggestions),
  };
}

export function makeContext(services: Services, request: FastifyRequest): Context {
  const loaders = loadersOf(services);
  return {
    services,
    loaders,
    client: request.ip,
    request,
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
