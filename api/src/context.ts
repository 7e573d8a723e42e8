import type { Caller } from './caller.js';
import { mayReadNotes } from './conversation/authors.js';
import type { Conversation } from './conversation/conversation.js';
import { conversationLoaders } from './conversation/conversation.loaders.js';
import { isKey } from './conversation/message-ids.js';
import type { RequestService } from './conversation/requests/request.service.js';
import type { RequestLinks } from './conversation/requests/request-links.js';
import { parseRowNumber } from './database/row-number.js';
import { Attachment } from './files/attachment.js';
import { fileLoaders } from './files/file.loaders.js';
import type { FileService } from './files/file.service.js';
import type { FileAddresses } from './files/file-addresses.js';
import { type AccessRules, meets } from './graphql/access.js';
import type { Identity } from './identity/identity.js';
import { identityLoaders } from './identity/identity.loaders.js';
import type { TicketImportService } from './imports/import.service.js';
import type { Live } from './live/live.js';
import type { MailOfficeService } from './mail/administration/mail-office.service.js';
import { originalLoaders } from './mail/originals/original.loaders.js';
import type { OriginalService } from './mail/originals/original.service.js';
import { deliveryLoaders } from './mail/out/delivery.loaders.js';
import type { DeliveryService } from './mail/out/delivery.service.js';
import type { TicketSubscriptionService } from './notifications/following/ticket-subscription.service.js';
import { notificationLoaders } from './notifications/notification.loaders.js';
import type { NotificationService } from './notifications/notification.service.js';
import { readMarkLoaders } from './notifications/read-marks/read-mark.loaders.js';
import type { ReadMarkService } from './notifications/read-marks/read-mark.service.js';
import { requesterLoaders } from './people/requester.loaders.js';
import type { RequesterService } from './people/requester.service.js';
import type { Node } from './relay/node.js';
import type { SampleService } from './samples/sample.service.js';
import type { StatsService } from './stats/stats.service.js';
import { teamLoaders } from './teams/team.loaders.js';
import type { TeamService } from './teams/team.service.js';
import { ticketLoaders } from './tickets/read/ticket.loaders.js';
import type { TicketService } from './tickets/ticket.service.js';
import type { IncidentService } from './tickets/write/incidents.js';
import type { MergeService } from './tickets/write/merging.js';
import { eventLoaders } from './trail/event.loaders.js';
import type { EventService } from './trail/event.service.js';
import { similarLoaders } from './triage/similar/similar.loaders.js';
import { suggestionLoaders } from './triage/suggestions/suggestion.loaders.js';
import type { Triage } from './triage/triage.js';
import type { SavedViewService } from './views/saved-view.service.js';
import type { WebhookService } from './webhooks/webhook.service.js';

export type Services = Conversation & {
  readonly identity: Identity;
  readonly requesters: RequesterService;
  readonly requests: RequestService;
  readonly requestLinks: RequestLinks;
  readonly teams: TeamService;
  readonly tickets: TicketService;
  readonly merges: MergeService;
  readonly incidents: IncidentService;
  readonly imports: TicketImportService;
  readonly samples: SampleService;
  readonly events: EventService;
  readonly stats: StatsService;
  readonly views: SavedViewService;
  readonly triage: Triage;
  readonly files: FileService;
  readonly deliveries: DeliveryService;
  readonly originals: OriginalService;
  readonly mailOffice: MailOfficeService;
  readonly webhooks: WebhookService;
  readonly fileAddresses: FileAddresses;
  readonly live: Live;
  readonly readMarks: ReadMarkService;
  readonly notifications: NotificationService;
  readonly ticketSubscriptions: TicketSubscriptionService;
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
  const tickets = ticketLoaders(caller, services.tickets);
  return {
    ...fileLoaders(caller, services.files),
    ...identityLoaders(caller, services.identity),
    ...teamLoaders(caller, services.teams),
    ...tickets,
    ...requesterLoaders(caller, services.requesters),
    ...eventLoaders(caller, services.events),
    ...conversationLoaders(caller, services),
    ...readMarkLoaders(caller, services.readMarks),
    ...notificationLoaders(caller, services),
    ...deliveryLoaders(caller, services.deliveries),
    ...originalLoaders(caller, services.originals),
    ...suggestionLoaders(caller, services.triage.suggestions),
    ...similarLoaders(caller, services.triage, (number) => tickets.ticket.load(number)),
  };
}

export function makeContext(caller: Caller, services: Services, rules: AccessRules): Context {
  const loaders = loadersOf(caller, services);
  return {
    caller,
    services,
    loaders,
    nodeLoaders: allowed(caller, rules, {
      Ticket: byNumber((number) => loaders.ticket.load(number)),
      TriageSuggestion: async (key) => loaders.suggestion.load(key),
      TicketEvent: async (key) => (isKey(key) ? loaders.event.load(key) : null),
      User: byNumber((number) => loaders.user.load(number)),
      SavedView: byNumber((number) => services.views.get(caller, number)),
      Machine: (key) => loaders.machine(key),
      Requester: byNumber((number) => loaders.requester.load(number)),
      PublicReply: async (key) => (isKey(key) ? loaders.reply.load(key) : null),
      InternalNote: async (key) => (isKey(key) ? loaders.note.load(key) : null),
      Request: async (key) => (key === String(caller.ticketNumber) ? services.requests.get(caller) : null),
      RequestMessage: (key) => requestMessage(caller, services, key),
      Notification: async (key) => (isKey(key) ? loaders.notification.load(key) : null),
      CannedReply: byNumber((number) => services.cannedReplies.get(caller, number)),
      Attachment: (key) => attachment(caller, services, key),
      InboundMail: async (key) => (isKey(key) ? services.mailOffice.get(caller, key) : null),
      Webhook: byNumber((number) => services.webhooks.get(caller, number)),
      WebhookDelivery: async (key) => (isKey(key) ? services.webhooks.delivery(caller, key) : null),
      Team: byNumber((number) => loaders.team.load(number)),
      ApiToken: byNumber((number) => services.identity.tokens.get(caller, number)),
      AuditEvent: async (key) => (isKey(key) ? services.identity.audit.get(caller, key) : null),
    }),
  };
}

/** Of the caller's own request. */
async function requestMessage(caller: Caller, { requests }: Services, key: string): Promise<Node | null> {
  const [, number, place = ''] = /^(\d+)-(0|[1-9]\d{0,14})$/.exec(key) ?? [];
  return number === String(caller.ticketNumber) ? requests.message(caller, Number(place)) : null;
}

async function attachment(caller: Caller, { files }: Services, key: string): Promise<Attachment | null> {
  const known = await files.find(caller, key);
  if (!known || (known.owner.kind === 'note' && !mayReadNotes(caller))) return null;
  return new Attachment(known.file);
}

type NodeLoader = (key: string) => Promise<Node | null>;

function byNumber(load: (number: number) => Promise<Node | null>): NodeLoader {
  return async (key) => {
    const number = parseRowNumber(key);
    return number === null ? null : load(number);
  };
}

/** What a caller may not know of does not exist for them: the same answer, and in the same time. */
function allowed(caller: Caller, rules: AccessRules, all: Record<string, NodeLoader>): Record<string, NodeLoader> {
  return Object.fromEntries(Object.entries(all).filter(([type]) => meets(caller, rules[type] ?? null)));
}
