/**
 * Who may select what, once for the whole graph: by type, and by field where a field is stricter than its type or the
 * type is an operation. What stands nowhere is denied; test/access-rules.test.ts finds it. schema.graphql shows these rules.
 */
import type { AccessRule, AccessRules } from './graphql/access.js';

const everybody: AccessRule = { to: 'PUBLIC' };
const submits: AccessRule = { to: 'PUBLIC', scope: 'REQUESTS_CREATE' };
const holdsLink: AccessRule = { to: 'REQUESTER' };
const reads: AccessRule = { to: 'AGENT', scope: 'TICKETS_READ' };
const writes: AccessRule = { to: 'AGENT', scope: 'TICKETS_WRITE' };
const people: AccessRule = { to: 'AGENT', scope: 'PEOPLE_READ' };
const notes: AccessRule = { to: 'AGENT', scope: 'NOTES_READ' };
const writesNotes: AccessRule = { to: 'AGENT', scope: ['TICKETS_WRITE', 'NOTES_READ'] };
const replies: AccessRule = { to: 'AGENT', scope: 'REPLIES_SEND' };
const team: AccessRule = { to: 'AGENT' };
const oneself: AccessRule = { to: 'SELF' };
const oneselfWriting: AccessRule = { to: 'SELF', scope: 'TICKETS_WRITE' };
const oneselfReading: AccessRule = { to: 'SELF', scope: 'TICKETS_READ' };
const oneselfSignedIn: AccessRule = { to: 'SELF', session: true };
/** Headers of mail hold addresses of people. */
const readsMail: AccessRule = { to: 'AGENT', scope: ['TICKETS_READ', 'PEOPLE_READ'] };
const administers: AccessRule = { to: 'ADMIN', scope: 'ADMIN' };
const administersSignedIn: AccessRule = { to: 'ADMIN', session: true };

/** A list has its items' rule, and so have its edges. */
function lists(node: string, rule: AccessRule): AccessRules {
  return { [node]: rule, [`${node}Edge`]: rule, [`${node}Connection`]: rule };
}

/** For a desk on which anybody may submit. */
export const accessRules: AccessRules = {
  Node: everybody,
  PageInfo: everybody,
  UserError: everybody,
  Actor: reads,
  Machine: reads,

  'Query.node': everybody,
  'Query.nodes': everybody,
  'Query.viewer': everybody,
  'Query.ticket': reads,
  'Query.tickets': reads,
  'Query.events': reads,
  'Query.ticketStats': reads,
  'Query.triageStatus': reads,
  'Query.users': reads,
  'Query.teams': reads,
  'Query.savedViews': reads,
  'Query.requesters': people,
  'Query.cannedReplies': reads,
  'Query.sampleTicketCount': reads,
  'Query.auditEvents': administers,
  'Query.request': holdsLink,
  'Query.inboundMails': administers,
  'Query.mailHealth': team,
  'Query.webhooks': administers,

  'Subscription.ticketChanges': reads,
  'Subscription.timelineChanges': reads,
  'Subscription.presenceChanges': reads,
  'Subscription.requestChanges': holdsLink,
  'Subscription.notificationAdded': oneselfReading,

  'Mutation.createTicket': submits,
  'Mutation.suggestTriage': submits,
  'Mutation.updateTicket': writes,
  'Mutation.updateTickets': writes,
  'Mutation.deleteTicket': writes,
  'Mutation.deleteTickets': writes,
  'Mutation.mergeTickets': writes,
  'Mutation.unmergeTicket': writes,
  'Mutation.setIncident': writes,
  'Mutation.claimTicket': oneselfWriting,
  'Mutation.confirmSuggestion': writes,
  'Mutation.triageTicket': writes,
  'Mutation.undoTriage': writes,
  'Mutation.dismissSimilar': writes,
  'Mutation.addSampleTickets': writes,
  'Mutation.addReply': replies,
  'Mutation.cancelReply': replies,
  'Mutation.retryReply': replies,
  'Mutation.retryInboundMail': administers,
  'Mutation.saveWebhook': administers,
  'Mutation.deleteWebhook': administers,
  'Mutation.redeliverWebhook': administers,
  'Mutation.addNote': writesNotes,
  'Mutation.updateNote': writesNotes,
  'Mutation.saveCannedReply': writes,
  'Mutation.deleteCannedReply': writes,
  'Mutation.updateRequester': { to: 'AGENT', scope: ['TICKETS_WRITE', 'PEOPLE_READ'] },
  'Mutation.eraseRequester': administers,
  'Mutation.removeSampleTickets': writes,
  'Mutation.rotateRequestLink': writes,
  'Mutation.reportPresence': oneselfWriting,
  'Mutation.markTicketsRead': oneselfWriting,
  'Mutation.markNotificationsRead': writes,
  'Mutation.setTicketSubscription': writes,
  'Mutation.addRequestMessage': holdsLink,
  'Mutation.resolveRequest': holdsLink,
  'Mutation.inviteUser': administersSignedIn,
  'Mutation.updateUser': administersSignedIn,
  'Mutation.saveView': oneselfWriting,
  'Mutation.deleteView': oneselfWriting,
  'Mutation.saveTeam': administers,
  'Mutation.setTeamMembers': administers,
  'Mutation.deleteTeam': administers,
  'Mutation.createPasswordReset': administersSignedIn,
  'Mutation.updateViewer': oneselfSignedIn,
  'Mutation.createApiToken': oneselfSignedIn,
  'Mutation.revokeApiToken': oneselfSignedIn,
  'Mutation.revokeSessions': oneselfSignedIn,

  ...lists('Ticket', reads),
  ...lists('TicketEvent', reads),
  TimelineItem: reads,
  TimelineEdge: reads,
  TimelineConnection: reads,
  PublicReply: reads,
  'PublicReply.to': people,
  'PublicReply.cc': people,
  'PublicReply.deliveries': people,
  Delivery: people,
  InternalNote: notes,
  NoteWording: notes,
  ...lists('Attachment', reads),
  ...lists('CannedReply', reads),
  RenderedReply: reads,
  AddReplyPayload: team,
  ReplyWarning: reads,
  CancelReplyPayload: team,
  RetryReplyPayload: team,
  ...lists('InboundMail', administers),
  RetryInboundMailPayload: administers,
  ...lists('Webhook', administers),
  ...lists('WebhookDelivery', administers),
  WebhookAttempt: administers,
  SaveWebhookPayload: administers,
  DeleteWebhookPayload: administers,
  RedeliverWebhookPayload: administers,
  MailHealth: team,
  ChannelHealth: team,
  AddNotePayload: team,
  UpdateNotePayload: team,
  SaveCannedReplyPayload: team,
  DeleteCannedReplyPayload: team,
  CreateTicketPayload: everybody,
  'CreateTicketPayload.ticket': reads,
  'CreateTicketPayload.ticketEdge': reads,
  'CreateTicketPayload.request': {
    to: 'PUBLIC',
    opens: ['id', 'number', 'title', 'status', 'createdAt', 'onReply', 'reopensUntil', 'linkExpiresAt'],
  },
  Request: holdsLink,
  ...lists('RequestMessage', holdsLink),
  RequestFile: holdsLink,
  AddRequestMessagePayload: holdsLink,
  ResolveRequestPayload: holdsLink,
  RotateRequestLinkPayload: team,
  ClaimTicketPayload: oneself,
  UpdateTicketPayload: team,
  UpdateTicketResult: team,
  UpdateTicketsPayload: team,
  DeleteTicketPayload: team,
  DeleteTicketResult: team,
  DeleteTicketsPayload: team,
  AddSampleTicketsPayload: team,
  RemoveSampleTicketsPayload: team,

  TicketChange: reads,
  TimelineChange: reads,
  RequestChange: holdsLink,
  Presence: reads,
  PresenceChange: reads,
  ReportPresencePayload: oneself,
  MarkTicketsReadPayload: oneself,
  // The team without a name has none, and is told so.
  ...lists('Notification', reads),
  NotificationAdded: oneselfReading,
  MarkNotificationsReadPayload: team,
  SetTicketSubscriptionPayload: team,

  TicketStats: reads,
  TicketCategoryCount: reads,
  TicketPriorityCount: reads,
  TicketStatusCount: reads,
  TicketDayCount: reads,
  PeriodStats: reads,
  BacklogAgeBucket: reads,
  AssigneeCount: reads,
  TeamCount: reads,

  SuggestTriagePayload: everybody,
  TriageSuggestion: everybody,
  'TriageSuggestion.ticket': reads,
  'TriageSuggestion.learnedFrom': reads,
  CategorySuggestion: everybody,
  PrioritySuggestion: everybody,
  ConfirmSuggestionPayload: team,
  TriageTicketPayload: team,
  UndoTriagePayload: team,
  SimilarTicket: reads,
  IncidentProposal: reads,
  DismissSimilarPayload: team,
  MergeTicketsPayload: team,
  UnmergeTicketPayload: team,
  SetIncidentPayload: team,
  TriageStatus: reads,
  TriageReport: reads,
  TriageOutcomeCount: reads,
  TriageConfusionCell: reads,
  TriageCalibrationBucket: reads,

  Viewer: everybody,
  'Viewer.user': { to: 'PUBLIC', opens: ['id', 'displayName', 'handle', 'email', 'role'] },
  'Viewer.namelessRestCalls': reads,
  'Viewer.notifications': reads,
  'Viewer.unreadNotificationCount': reads,
  'Viewer.apiTokens': oneself,
  'Viewer.emailNotifications': oneself,
  'Viewer.sessions': oneself,
  SignInMethod: everybody,
  Session: oneself,
  ...lists('ApiToken', oneself),
  ...lists('User', reads),
  'User.email': { to: 'AGENT', scope: 'PEOPLE_READ' },
  'User.lastSeenAt': administers,
  ...lists('Requester', people),
  RequesterEmail: people,
  UpdateRequesterPayload: team,
  EraseRequesterPayload: administers,
  ...lists('Team', reads),
  TeamMember: reads,
  SaveTeamPayload: administers,
  SetTeamMembersPayload: administers,
  DeleteTeamPayload: administers,
  ...lists('SavedView', reads),
  SaveViewPayload: oneself,
  DeleteViewPayload: oneself,
  ...lists('AuditEvent', administers),
  InviteUserPayload: administers,
  UpdateUserPayload: administers,
  CreatePasswordResetPayload: administers,
  UpdateViewerPayload: oneself,
  CreateApiTokenPayload: oneself,
  RevokeApiTokenPayload: oneself,
  RevokeSessionsPayload: oneself,
};

const submitting = Object.keys(accessRules).filter((name) => accessRules[name] === submits);

/** Where only members submit, so that callers without a name have nothing left to ask but who they are. */
export const membersOnlyRules: AccessRules = {
  ...accessRules,
  ...Object.fromEntries(submitting.map((name) => [name, { ...submits, to: 'AGENT' }])),
};

/** REST: by method and address, without the final slash. What lies below an address of pages has its rule. */
export function restRules(isOpenToAll: boolean): AccessRules {
  const submit: AccessRule = isOpenToAll ? submits : { ...submits, to: 'AGENT' };
  // Whoever was given a link answers with files, whoever may submit.
  const sendFiles: AccessRule = { ...submit, requesters: true };
  return {
    'GET /api': everybody,
    'GET /api/openapi.json': everybody,
    'GET /api/docs': everybody,
    'GET /api/me': team,
    'POST /api/files': sendFiles,
    'GET /api/audit.csv': administers,
    'GET /api/tickets': reads,
    'POST /api/tickets': submit,
    'GET /api/tickets/:id': reads,
    'PUT /api/tickets/:id': writes,
    'PATCH /api/tickets/:id': writes,
    'DELETE /api/tickets/:id': writes,
    'GET /api/tickets/:id/original': readsMail,
    'GET /api/tickets/:id/formatted': readsMail,
    'GET /api/replies/:id/original': readsMail,
    'GET /api/replies/:id/formatted': readsMail,
    'GET /api/tickets/:id/messages': reads,
    'POST /api/tickets/:id/messages': replies,
    'GET /api/tickets/:id/notes': { to: 'AGENT', scope: ['TICKETS_READ', 'NOTES_READ'] },
    'POST /api/tickets/:id/notes': writesNotes,
    'GET /api/tickets/export.csv': reads,
    'GET /api/tickets/messages.csv': reads,
    'POST /api/tickets/import': writes,
    'POST /api/tickets/import/preview': writes,
    'GET /api/tickets/stats': reads,
    'POST /api/tickets/classify': submit,
  };
}
