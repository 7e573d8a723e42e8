import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { EventResolver, TicketEventsResolver } from './events/event.resolver.js';
import { NodeResolver } from './relay/node.resolver.js';
import { SampleMutations } from './samples/sample.mutations.js';
import { StatsResolver } from './stats/stats.resolver.js';
import { TicketMutations } from './tickets/ticket.mutations.js';
import { TicketResolver } from './tickets/ticket.resolver.js';
import { TicketBulkMutations } from './tickets/ticket-bulk.mutations.js';
import { SuggestionMutations } from './triage/suggestion.mutations.js';
import { SuggestionResolver, TicketSuggestionResolver } from './triage/suggestion.resolver.js';
import { TicketStatsTriageResolver, TriageReportResolver, TriageStatusResolver } from './triage/triage.resolver.js';

/** The whole graph. Inputs are validated at the services' door, so type-graphql does not do it a second time. */
export function createSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      NodeResolver,
      TicketResolver,
      TicketMutations,
      TicketBulkMutations,
      EventResolver,
      TicketEventsResolver,
      StatsResolver,
      SampleMutations,
      SuggestionResolver,
      SuggestionMutations,
      TicketSuggestionResolver,
      TriageStatusResolver,
      TicketStatsTriageResolver,
      TriageReportResolver,
    ],
    validate: false,
  });
}
