import 'reflect-metadata';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { CannedReplyResolver } from './conversation/canned/canned-reply.resolver.js';
import { NoteFilesResolver, ReplyFilesResolver } from './conversation/message-files.resolver.js';
import { NoteResolver } from './conversation/notes/note.resolver.js';
import { ReplyMutations } from './conversation/replies/reply.mutations.js';
import { CanReplyResolver, ReplyResolver } from './conversation/replies/reply.resolver.js';
import { RequestMutations } from './conversation/requests/request.mutations.js';
import {
  ReceiptResolver,
  RequestFileResolver,
  RequestMessageResolver,
  RequestResolver,
} from './conversation/requests/request.resolver.js';
import { TimelineResolver } from './conversation/timeline/timeline.resolver.js';
import { AttachmentResolver } from './files/attachment.resolver.js';
import { readPlainFields } from './graphql/plain-fields.js';
import { withAccessDirective } from './graphql/printed-access.js';
import { AuditResolver } from './identity/graphql/audit.resolver.js';
import { CredentialMutations } from './identity/graphql/credential.mutations.js';
import { UserMutations } from './identity/graphql/user.mutations.js';
import { UserResolver } from './identity/graphql/user.resolver.js';
import { ViewerResolver } from './identity/graphql/viewer.resolver.js';
import {
  LiveCursorResolver,
  LiveResolver,
  RequestChangeResolver,
  TicketChangeResolver,
  TimelineChangeResolver,
} from './live/live.resolver.js';
import { PresenceMutations } from './live/presence.mutations.js';
import { PresenceResolver, TicketPresenceResolver } from './live/presence.resolver.js';
import { MailOfficeResolver } from './mail/administration/mail-office.resolver.js';
import { ReplyOriginalResolver, TicketOriginalResolver } from './mail/originals/original.resolver.js';
import { DeliveryResolver } from './mail/out/delivery.resolver.js';
import { NotificationMutations } from './notifications/notification.mutations.js';
import {
  NotificationAddedResolver,
  NotificationResolver,
  TicketSubscriptionResolver,
  ViewerNotificationsResolver,
} from './notifications/notification.resolver.js';
import { ReadMarkResolver } from './notifications/read-marks/read-mark.resolver.js';
import { RequesterResolver } from './people/requester.resolver.js';
import { NodeResolver } from './relay/node.resolver.js';
import { SampleMutations } from './samples/sample.mutations.js';
import { SampleResolver } from './samples/sample.resolver.js';
import { PeriodStatsResolver, StatsResolver } from './stats/stats.resolver.js';
import { WorkCountsResolver } from './stats/work-counts.resolver.js';
import { TeamResolver, UserTeamsResolver } from './teams/team.resolver.js';
import { AssignmentResolver, UserTicketsResolver } from './tickets/graphql/assignment.resolver.js';
import { IncidentsResolver } from './tickets/graphql/incidents.resolver.js';
import { MergingResolver } from './tickets/graphql/merging.resolver.js';
import { RequesterTicketsResolver, TicketRequesterResolver } from './tickets/graphql/requester.resolver.js';
import { TeamCategoriesResolver } from './tickets/graphql/team.resolver.js';
import { TicketMutations } from './tickets/graphql/ticket.mutations.js';
import { TicketResolver } from './tickets/graphql/ticket.resolver.js';
import { TicketBulkMutations } from './tickets/graphql/ticket-bulk.mutations.js';
import { TicketFilesResolver } from './tickets/graphql/ticket-files.resolver.js';
import { EventResolver, TicketEventsResolver } from './trail/event.resolver.js';
import { TriageQueueMutations } from './triage/queue/triage-queue.mutations.js';
import { SimilarTicketsResolver, SimilarToTextResolver } from './triage/similar/similar.resolver.js';
import { SuggestionMutations } from './triage/suggestions/suggestion.mutations.js';
import { SuggestionResolver, TicketSuggestionResolver } from './triage/suggestions/suggestion.resolver.js';
import {
  TicketStatsTriageResolver,
  TriageClassifierResolver,
  TriageReportResolver,
  TriageStatusResolver,
} from './triage/triage.resolver.js';
import { SavedViewResolver } from './views/saved-view.resolver.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';

/** The whole graph. Inputs are validated at the services' door, so type-graphql does not do it a second time. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      DeliveryResolver,
      ReplyOriginalResolver,
      TicketOriginalResolver,
      MailOfficeResolver,
      ViewerResolver,
      UserResolver,
      UserMutations,
      CredentialMutations,
      AuditResolver,
      TeamResolver,
      UserTeamsResolver,
      TeamCategoriesResolver,
      AssignmentResolver,
      MergingResolver,
      IncidentsResolver,
      UserTicketsResolver,
      TicketResolver,
      TicketMutations,
      TicketBulkMutations,
      TicketFilesResolver,
      AttachmentResolver,
      RequesterResolver,
      TicketRequesterResolver,
      RequesterTicketsResolver,
      TimelineResolver,
      ReplyResolver,
      ReplyMutations,
      CanReplyResolver,
      NoteResolver,
      ReplyFilesResolver,
      NoteFilesResolver,
      CannedReplyResolver,
      RequestResolver,
      RequestMessageResolver,
      RequestFileResolver,
      ReceiptResolver,
      RequestMutations,
      EventResolver,
      TicketEventsResolver,
      SavedViewResolver,
      WebhookResolver,
      StatsResolver,
      PeriodStatsResolver,
      WorkCountsResolver,
      SampleMutations,
      SampleResolver,
      SuggestionResolver,
      SuggestionMutations,
      TriageQueueMutations,
      SimilarTicketsResolver,
      SimilarToTextResolver,
      TicketSuggestionResolver,
      TriageStatusResolver,
      TriageClassifierResolver,
      TicketStatsTriageResolver,
      TriageReportResolver,
      LiveResolver,
      LiveCursorResolver,
      TicketChangeResolver,
      TimelineChangeResolver,
      RequestChangeResolver,
      PresenceResolver,
      TicketPresenceResolver,
      PresenceMutations,
      ReadMarkResolver,
      ViewerNotificationsResolver,
      NotificationResolver,
      NotificationAddedResolver,
      TicketSubscriptionResolver,
      NotificationMutations,
    ],
    pubSub: unused,
    validate: false,
  });
  readPlainFields(schema);
  describeRoot(schema.getQueryType(), 'What can be read.');
  describeRoot(
    schema.getMutationType(),
    'What can be changed. Faults of an input come as `userErrors`, not as errors.',
  );
  describeRoot(
    schema.getSubscriptionType(),
    'What can be followed, over a WebSocket at /graphql in graphql-transport-ws.',
  );
  return withAccessDirective(schema);
}

/** Each subscription has a source of its own; type-graphql insists on one for all. */
const unused = {
  publish: () => undefined,
  subscribe: (): never => {
    throw new Error('No subscription uses this.');
  },
};

/** type-graphql makes the root types itself and gives them no description. */
function describeRoot(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
