/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether callers without a name are the team. */
export type AccessMode =
  /** Whoever reaches the desk is the team. */
  | 'OPEN'
  /** The team signs in. */
  | 'TEAM';

/** A note to be. */
export type AddNoteInput = {
  /** Files that the caller sent to /api/files/ and no message has yet, at most 10. They are as internal as the note. */
  attachmentIds?: Array<string> | null | undefined;
  /** Markdown, 1–100,000 characters, trimmed. @handle calls a person or a team. */
  body: string;
  /** Your name for this request, 1–255 characters. For 24 hours the same key and input add nothing twice. */
  idempotencyKey?: string | null | undefined;
  /** On which ticket. */
  ticketId: string;
};

/** A reply to be. */
export type AddReplyInput = {
  /** Files that the caller sent to /api/files/ and no message has yet, at most 10. */
  attachmentIds?: Array<string> | null | undefined;
  /** Markdown, 1–100,000 characters, trimmed. */
  body: string;
  /** The ready-made answer that it was made of, for its `useCount`. */
  cannedReplyId?: string | null | undefined;
  /** Seconds in which it can be taken back, 0–60. Default: 10. */
  holdSeconds?: number | null | undefined;
  /** Your name for this request, 1–255 characters. For 24 hours the same key and input send nothing twice. */
  idempotencyKey?: string | null | undefined;
  /** The latest entry of the timeline that the writer has seen. If the requester has written since, nothing is sent: STALE_CONVERSATION. Left out, nothing is compared. */
  lastSeenItemId?: string | null | undefined;
  /** The status that the ticket gets in the same step. */
  thenStatus?: TicketStatus | null | undefined;
  /** On which ticket. */
  ticketId: string;
  /** Also send the same words to every ticket that is part of this incident, each in its own conversation. `thenStatus` applies to them too; files are refused. A ticket whose requester has written since `lastSeenItemId`, or is blocked, gets nothing and is listed in `warnings`. Default: false. */
  toIncident?: boolean | null | undefined;
};

/** An answer from the requester’s page. */
export type AddRequestMessageInput = {
  /** Markdown, 1–100,000 characters, trimmed. */
  body: string;
  /** Files that the caller sent to /api/files/?as=request and no message has yet, at most 10. */
  fileIds?: Array<string> | null | undefined;
  /** Your name for this answer, 1–255 characters. For 24 hours the same key and input send nothing twice. */
  idempotencyKey?: string | null | undefined;
};

/** Sample tickets for an empty desk. */
export type AddSampleTicketsInput = {
  /** How many, 1–500. */
  count?: number | null | undefined;
};

/** Whose tickets; several conditions are alternatives. */
export type AssigneeFilter = {
  /** Those of any of these people. */
  ids?: Array<string> | null | undefined;
  /** Those of the caller. */
  me?: boolean | null | undefined;
  /** Those that are nobody’s. */
  none?: boolean | null | undefined;
};

/** What was done to the desk itself. */
export type AuditEventType =
  /** Another local classifier was put to use by a person. */
  | 'CLASSIFIER_CHANGED'
  /** Tickets or the audit were exported. */
  | 'EXPORTED'
  /** The desk got its first account, so that callers without a name are shut out. */
  | 'MODE_CHANGED'
  /** A password was set, or a link to set one was made. */
  | 'PASSWORD_CHANGED'
  /** A requester’s name, addresses and words were forgotten. */
  | 'REQUESTER_ERASED'
  /** A requester’s link was replaced, and the new one told to whoever asked for it. */
  | 'REQUEST_LINK_ROTATED'
  /** Somebody signed in. */
  | 'SIGN_IN'
  /** A sign-in was refused. */
  | 'SIGN_IN_FAILED'
  /** A session was ended, by its owner or by an administrator. */
  | 'SIGN_OUT'
  /** A team was made, changed or deleted. */
  | 'TEAM_CHANGED'
  /** A ticket was deleted. */
  | 'TICKET_DELETED'
  /** An API token was made. */
  | 'TOKEN_CREATED'
  /** An API token was revoked. */
  | 'TOKEN_REVOKED'
  /** An API token was used from another address than before. */
  | 'TOKEN_USED_ELSEWHERE'
  /** Name, address, role or activity of a person changed. */
  | 'USER_CHANGED'
  /** Somebody was invited. */
  | 'USER_INVITED'
  /** A webhook was made, changed or deleted, got a new secret, or was switched off by itself. */
  | 'WEBHOOK_CHANGED';

/** A reply to take back. */
export type CancelReplyInput = {
  /** Which reply. */
  id: string;
};

/** Why a reply is refused, or reaches nobody by mail. */
export type CannotReplyReason =
  /** Mail to the requester’s address came back; the words are kept here. */
  | 'ADDRESS_BOUNCES'
  /** The desk sends no mail; the words are kept here. */
  | 'MAIL_NOT_SET_UP'
  /** The ticket goes on in another one: a reply is refused here. */
  | 'MERGED'
  /** No address of the requester is known; the words are kept here. */
  | 'NO_ADDRESS'
  /** The requester is blocked: a reply is refused. */
  | 'REQUESTER_BLOCKED'
  /** The token lacks the scope REPLIES_SEND: a reply is refused. */
  | 'TOKEN_SCOPE';

/** What happened to an entry of a list. */
export type ChangeKind =
  /** It came into the list, or may have: words and turns of before are not kept. */
  | 'ADDED'
  /** It was in the list and still is. */
  | 'CHANGED'
  /** It left the list, or may have; or it is gone. */
  | 'REMOVED'
  /** Too much was missed to tell: load the list anew. */
  | 'RESYNC';

/** Through which channel a message came or went. */
export type Channel =
  /** REST. */
  | 'API'
  /** An e-mail. */
  | 'EMAIL'
  /** The requester’s own page. */
  | 'REQUEST_PAGE'
  /** GraphQL, the web client included. */
  | 'WEB';

/** A ticket to take. */
export type ClaimTicketInput = {
  /** Which ticket. */
  id: string;
};

/** A suggestion to accept on its ticket. */
export type ConfirmSuggestionInput = {
  /** Which suggestion. */
  id: string;
};

/** A key for a program. */
export type CreateApiTokenInput = {
  /** How many days it works, 1–366. Default: 90. */
  expiresInDays?: number | null | undefined;
  /** A token of the desk, not of the caller; administrators alone. Default: false. */
  forDesk?: boolean | null | undefined;
  /** What it is for, 1–100 characters. */
  name: string;
  /** What it may do; at least one. */
  scopes: Array<TokenScope>;
};

/** Whose password is to be set anew. */
export type CreatePasswordResetInput = {
  /** Who. */
  userId: string;
};

/** A ticket to be. */
export type CreateTicketInput = {
  /** Whose it is to be. Default: nobody’s. */
  assigneeId?: string | null | undefined;
  /** Files that the caller sent to /api/files/ and no message has yet, at most 10. */
  attachmentIds?: Array<string> | null | undefined;
  /** Left out, triage chooses. */
  category?: TicketCategory | null | undefined;
  /** What it is about, 1–100,000 characters, trimmed. Markdown is allowed. */
  description: string;
  /** Your name for this request, 1–255 characters. For 24 hours a retry with the same key and input answers the first ticket again. */
  idempotencyKey?: string | null | undefined;
  /** Left out, triage chooses. */
  priority?: TicketPriority | null | undefined;
  /** Who asks. Default: nobody is known. */
  requester?: RequesterInput | null | undefined;
  /** Default: OPEN. */
  status?: TicketStatus | null | undefined;
  /** The suggestion that was used, so that it is remembered with the ticket. Suggestions are kept for a day. A category or priority left out is taken from it. */
  suggestionId?: string | null | undefined;
  /** Which team’s it is to be. Left out, that of its category, where there is one. */
  teamId?: string | null | undefined;
  /** One line, 1–200 characters, trimmed. Line breaks become spaces. */
  title: string;
};

/** A span of time. */
export type DateTimeRange = {
  /** Inclusive; without it the span has no beginning. */
  from?: string | null | undefined;
  /** Exclusive; without it the span has no end. */
  to?: string | null | undefined;
};

/** Which ready-made answer is to be gone. */
export type DeleteCannedReplyInput = {
  /** The ready-made answer. */
  id: string;
};

/** Which team is to be gone. */
export type DeleteTeamInput = {
  /** The team. */
  id: string;
};

/** A ticket to delete. */
export type DeleteTicketInput = {
  /** Delete only this version, else CONFLICT. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  id: string;
};

/** Tickets to delete. */
export type DeleteTicketsInput = {
  /** Which tickets, at most 100. */
  ids: Array<string>;
};

/** Which view is to be gone. */
export type DeleteViewInput = {
  /** The view. */
  id: string;
};

/** Which webhook is to be gone. */
export type DeleteWebhookInput = {
  /** The webhook. */
  id: string;
};

/** How an outgoing message fares. */
export type DeliveryState =
  /** It came back; the reason says what the other side said. */
  | 'BOUNCED'
  /** It was refused, or could not be sent for a day. It can be sent again. */
  | 'FAILED'
  /** It can still be taken back, and leaves after that. */
  | 'HELD'
  /** It is kept, and no mail carries it; the reason says why. */
  | 'NOT_MAILED'
  /** It is about to be sent, or is tried again later; the reason says why. */
  | 'QUEUED'
  /** The mail server has taken it. */
  | 'SENT';

/** Which way a message went. */
export type Direction =
  /** In, from whoever asks. */
  | 'FROM_REQUESTER'
  /** Out, to whoever asks. */
  | 'FROM_TEAM';

/** Two tickets that are not about the same. */
export type DismissSimilarInput = {
  /** The other. */
  otherId: string;
  /** The one. */
  ticketId: string;
};

/** Who is to be forgotten. */
export type EraseRequesterInput = {
  /** Which requester. */
  id: string;
};

/** Through which door a change came. */
export type EventSource =
  /** REST. */
  | 'API'
  /** An import of a file. */
  | 'IMPORT'
  /** An e-mail. */
  | 'MAIL'
  /** The desk itself, or a command of its operator. */
  | 'SYSTEM'
  /** Triage, on its own account. */
  | 'TRIAGE'
  /** GraphQL, the web client included. */
  | 'WEB';

/** What became of a mail. */
export type InboundMailState =
  /** A machine wrote it; it is filed and says nothing. */
  | 'AUTOMATIC'
  /** A mail of the desk came back. */
  | 'BOUNCE'
  /** It could not be read; where it could be, it is on a ticket as a file. */
  | 'FAILED'
  /** The desk wrote it, its sender is blocked, or the same mail came before. */
  | 'IGNORED'
  /** It became a ticket. */
  | 'NEW_TICKET'
  /** It is too large, too deep or one of too many; it waits for a person. */
  | 'QUARANTINED'
  /** It is kept, and not read yet. */
  | 'RECEIVED'
  /** Its words are an answer on a ticket. */
  | 'THREADED';

/** Whom to invite. */
export type InviteUserInput = {
  /** The name to show, 1–100 characters; they can change it. */
  displayName: string;
  /** The address they will sign in with. */
  email: string;
  /** What they may do. */
  role: Role;
};

/** Which notifications the caller has read: one of the three. */
export type MarkNotificationsReadInput = {
  /** True: all there are. */
  all?: boolean | null | undefined;
  /** These, at most 100; ids of nothing, and of what is somebody else’s, are passed over. */
  ids?: Array<string> | null | undefined;
  /** All about this ticket, and about those that were merged into it. */
  ticketId?: string | null | undefined;
};

/** Which tickets the caller has read. */
export type MarkTicketsReadInput = {
  /** The tickets, at most 100; ids of nothing are passed over. */
  ids: Array<string>;
  /** True marks all that is there by now as read, false the ticket as unread. */
  read: boolean;
};

/** Which tickets go on in another one. */
export type MergeTicketsInput = {
  /** Needed where requesters differ: each of them goes on seeing only their own messages. Default: false, and such a merge is refused. */
  allowDifferentRequesters?: boolean | null | undefined;
  /** The tickets to merge, 1 to 20; what was merged into them moves along. Those that are merged there already stay so. */
  ids: Array<string>;
  /** The ticket that goes on. Where it is merged itself, the one that goes on for it takes its place. */
  intoId: string;
};

/** Why somebody was notified. Of several reasons for one change the first of these counts. */
export type NotificationReason =
  /** Somebody else assigned the ticket to them. */
  | 'ASSIGNED'
  /** A reply of theirs did not arrive. */
  | 'DELIVERY_FAILED'
  /** A note calls them. */
  | 'MENTIONED'
  /** The requester wrote on a ticket that they have or follow. */
  | 'REQUESTER_REPLIED'
  /** A ticket that they snoozed, or have, came back. */
  | 'SNOOZE_ENDED'
  /** A note calls a team of theirs. */
  | 'TEAM_MENTIONED'
  /** A colleague replied, or wrote a note, on a ticket that they follow. */
  | 'TEAM_REPLIED'
  /** A ticket that nobody has came in for a team of theirs. */
  | 'UNASSIGNED_NEW';

/** What an answer from the requester’s page does. */
export type OnReply =
  /** It was finished longer ago: a new request begins, which names this one. */
  | 'BEGINS_NEW'
  /** The request is unfinished and goes on. */
  | 'CONTINUES'
  /** It was finished less than 14 days ago, and is opened again. */
  | 'REOPENS';

/** Which way a list runs. */
export type OrderDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** What somebody does at a ticket. */
export type PresenceKind =
  /** Looks at it. */
  | 'VIEWING'
  /** Writes a note. */
  | 'WRITING_NOTE'
  /** Writes a reply. */
  | 'WRITING_REPLY';

/** Which delivery to send again. */
export type RedeliverWebhookInput = {
  /** The delivery. */
  deliveryId: string;
};

/** Where the caller is. */
export type ReportPresenceInput = {
  /** What they do there. */
  doing: PresenceKind;
  /** At which ticket. */
  ticketId: string;
};

/** Who asks: somebody known, or an address and a name, both of which may be left out. */
export type RequesterInput = {
  /** Their e-mail address. Whoever has it already asked this too; nothing about them is shown or changed. */
  email?: string | null | undefined;
  /** A known requester. The team alone names people so. */
  id?: string | null | undefined;
  /** Their name, 1–100 characters. */
  name?: string | null | undefined;
};

/** The word that it is solved. */
export type ResolveRequestInput = {
  /** Words to go with it, as an answer. */
  comment?: string | null | undefined;
};

/** A mail to read again. */
export type RetryInboundMailInput = {
  /** Which mail. */
  id: string;
  /** On which ticket its words belong, instead of a new one. */
  ticketId?: string | null | undefined;
};

/** A reply to send again. */
export type RetryReplyInput = {
  /** Which reply. */
  id: string;
};

/** Which token is to stop working. */
export type RevokeApiTokenInput = {
  /** The token. */
  id: string;
};

/** Which sessions to end. */
export type RevokeSessionsInput = {
  /** All but the one that the request came with. */
  allOthers?: boolean | null | undefined;
  /** These. */
  ids?: Array<string> | null | undefined;
  /** Of this person, all unless `ids` names some; administrators alone. */
  userId?: string | null | undefined;
};

/** What a member of the team may do. */
export type Role =
  /** Also looks after people, teams, tokens of the desk and the audit. */
  | 'ADMIN'
  /** Works on all tickets. */
  | 'AGENT';

/** Which ticket gets another link. */
export type RotateRequestLinkInput = {
  /** Which ticket. */
  ticketId: string;
};

/** A ready-made answer, to be made or changed. */
export type SaveCannedReplyInput = {
  /** The words, 1–100,000 characters, with {{requester.name}}, {{ticket.number}} and {{viewer.name}}. */
  body: string;
  /** The one to change; left out, a new one is made. */
  id?: string | null | undefined;
  /** What it is called, 1–100 characters. */
  name: string;
  /** Who has it. TEAM and EVERYBODY need an administrator. Left out: ME, or as it is. */
  sharedWith?: ViewSharing | null | undefined;
  /** The team, where it is shared with one. */
  teamId?: string | null | undefined;
  /** The status that comes with it. Left out: none. */
  thenStatus?: TicketStatus | null | undefined;
};

/** A team, to be made or changed. */
export type SaveTeamInput = {
  /** Categories whose new tickets go to this team by themselves. */
  categories: Array<TicketCategory>;
  /** The short name: 1–39 letters a–z, digits, dots, hyphens or underscores. */
  handle: string;
  /** The team to change; left out, a new one is made. */
  id?: string | null | undefined;
  /** The name to show, 1–100 characters. */
  name: string;
};

/** A view, to be made or changed. */
export type SaveViewInput = {
  /** The view to change; left out, a new one is made. */
  id?: string | null | undefined;
  /** The name in the sidebar, 1–100 characters. */
  name: string;
  /** Where it stands. Left out, a new one comes last and another stays. */
  position?: number | null | undefined;
  /** The filters as the address bar has them, at most 2,000 characters. */
  query: string;
  /** Who has it. */
  sharedWith: ViewSharing;
  /** The team, where it is shared with one. */
  teamId?: string | null | undefined;
};

/** A webhook, to be made or changed. */
export type SaveWebhookInput = {
  /** Whether it is told anything. Switched on again, it is sent what waited, and told what happens from then on. Left out: true, or as it is. */
  enabled?: boolean | null | undefined;
  /** What it is told of, at least one. */
  events: Array<WebhookEvent>;
  /** The one to change; left out, a new one is made. */
  id?: string | null | undefined;
  /** Whether notes are told of, by id alone. Left out: false, or as it is. */
  includeNotes?: boolean | null | undefined;
  /** Make a new secret. For a day the one before signs besides it. */
  rotateSecret?: boolean | null | undefined;
  /** An address that begins with https://, at most 2,000 characters. */
  url: string;
};

/** Which tickets are part of which incident. */
export type SetIncidentInput = {
  /** The ticket that is the incident; at most 100 tickets can be part of it. Null removes the tickets from their incident. */
  incidentId?: string | null | undefined;
  /** The tickets, 1 to 100. Those that are where they are wanted already stay so. */
  ticketIds: Array<string>;
};

/** All members of a team, as they are to be. */
export type SetTeamMembersInput = {
  /** The members, at most 1,000. */
  members: Array<TeamMemberInput>;
  /** The team. */
  teamId: string;
};

/** How the caller wants to hear of a ticket. */
export type SetTicketSubscriptionInput = {
  /** Follow it, or mute it. */
  state: SubscriptionState;
  /** Which ticket. */
  ticketId: string;
};

/** A kind of sign-in. */
export type SignInKind =
  /** OpenID Connect. */
  | 'OIDC'
  /** Address and password. */
  | 'PASSWORD';

/** How somebody follows a ticket. */
export type SubscriptionState =
  /** Told of everything said here. */
  | 'SUBSCRIBED'
  /** Told of mentions and assignments alone. */
  | 'UNSUBSCRIBED';

/** A text to triage: that of an existing ticket, or one that is being written. */
export type SuggestTriageInput = {
  /** At most 100,000 characters. */
  description?: string | null | undefined;
  /** Suggest again for this ticket, from its own text; `title` and `description` are ignored. */
  ticketId?: string | null | undefined;
  /** At most 200 characters. Needed, or the description, unless `ticketId` is given. */
  title?: string | null | undefined;
};

/** Which suggestion of triage: all conditions must hold. */
export type SuggestionFilter = {
  /** The suggested category. */
  category?: TicketCategory | null | undefined;
  /** Only suggestions whose category met one of these outcomes. */
  categoryOutcome?: Array<SuggestionOutcome> | null | undefined;
  /** When it was suggested. */
  createdAt?: DateTimeRange | null | undefined;
  /** The language the ticket is written in: an ISO 639-1 code, or "und" where it could not be detected. */
  language?: string | null | undefined;
  /** The suggested priority. */
  priority?: TicketPriority | null | undefined;
  /** Only suggestions whose priority met one of these outcomes. */
  priorityOutcome?: Array<SuggestionOutcome> | null | undefined;
  /** The version of the prompt or of the local classifier. */
  version?: string | null | undefined;
};

/** What became of one field of a suggestion. */
export type SuggestionOutcome =
  /** A person accepted the suggested value on the ticket, or changed the ticket to it. */
  | 'CONFIRMED'
  /** Not reviewed: a ticket was created with the suggested value, and nobody has said whether it is right. */
  | 'KEPT'
  /** The submitter or, later, a person on the ticket chose another value. */
  | 'OVERRIDDEN'
  /** Nothing yet: no ticket was created with it, or nobody decided about it on the ticket. */
  | 'PENDING';

/** A member of a team to be. */
export type TeamMemberInput = {
  /** Whether they lead the team. Default: false. */
  lead?: boolean | null | undefined;
  /** Who. */
  userId: string;
};

/** Which team must act: the root ask, not the words that occur. */
export type TicketCategory =
  /** Who may get in and what they may do: login, users, roles, personal data. */
  | 'ACCOUNT'
  /** Money: invoices, charges, refunds, plans, prices. */
  | 'BILLING'
  /** Everything else: wishes, thanks, orders, partners, empty texts. */
  | 'GENERAL'
  /** The product misbehaves: errors, outages, wrong results, integrations. */
  | 'TECHNICAL';

/** What happened to a ticket. */
export type TicketEventType =
  /** One of its fields was changed. */
  | 'CHANGED'
  /** It was submitted or imported. */
  | 'CREATED'
  /** It was deleted; its trail stays. */
  | 'DELETED';

/** Which tickets a list holds: all conditions must hold, several values of one are alternatives. */
export type TicketFilter = {
  /** Whose they are. */
  assignee?: AssigneeFilter | null | undefined;
  /** Any of these categories. */
  category?: Array<TicketCategory> | null | undefined;
  /** When it was submitted. */
  createdAt?: DateTimeRange | null | undefined;
  /** Those that are part of this incident. */
  incidentId?: string | null | undefined;
  /** Whether tickets that go on in another one are in it too. Default: false. */
  includeMerged?: boolean | null | undefined;
  /** Not yet triaged: no person of the team has set, kept or confirmed anything, or answered. False: the others. */
  needsTriage?: boolean | null | undefined;
  /** Any of these priorities. */
  priority?: Array<TicketPriority> | null | undefined;
  /** Those of this requester. */
  requesterId?: string | null | undefined;
  /** When it became resolved or closed. */
  resolvedAt?: DateTimeRange | null | undefined;
  /** Words, all of which must occur within title and description, or within one reply or note; case, accents, width and kinds of apostrophes and hyphens do not matter. A number alone, also as #548 or T-548, finds that ticket too. At most 1,000 characters. */
  search?: string | null | undefined;
  /** Only those that are snoozed, or only those that are not. Default: both. */
  snoozed?: boolean | null | undefined;
  /** Any of these statuses. */
  status?: Array<TicketStatus> | null | undefined;
  /** With a suggestion of this kind; the same one as `suggestionSource` and `suggestionOutcome`. */
  suggestion?: SuggestionFilter | null | undefined;
  /** With a suggestion whose category or priority met any of these; the same suggestion as `suggestionSource`. */
  suggestionOutcome?: Array<SuggestionOutcome> | null | undefined;
  /** With a suggestion by any of these. */
  suggestionSource?: Array<TriageSource> | null | undefined;
  /** Those of any of these teams. */
  teamId?: Array<string> | null | undefined;
  /** Those in which it is the turn of any of these. */
  waitingOn?: Array<WaitingOn> | null | undefined;
};

/** How a list of tickets is ordered. Ties are broken by number. */
export type TicketOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** By what. */
  field: TicketOrderField;
};

/** By what tickets are ordered; ties by number. */
export type TicketOrderField =
  /** When it was submitted. */
  | 'CREATED_AT'
  /** LOW to CRITICAL. */
  | 'PRIORITY'
  /** When it was last changed. */
  | 'UPDATED_AT'
  /** ASC shows the most urgent first, and of the same urgency the oldest. */
  | 'URGENCY'
  /** Since when the requester waits: ASC shows the longest first. Tickets on which nobody waits come last. */
  | 'WAITING_SINCE';

/** Effect on people, in rising order. */
export type TicketPriority =
  /** Outage, data loss or exposure that hits many, or danger to people. */
  | 'CRITICAL'
  /** One person or team cannot work, money was lost, or a hard deadline is near. */
  | 'HIGH'
  /** Questions, cosmetics, wishes; no action or no hurry. */
  | 'LOW'
  /** Degraded or partly wrong, a workaround exists, or a request to act on. */
  | 'MEDIUM';

/** How far the work is. Any status may follow any other. */
export type TicketStatus =
  /** Nothing more will be done. */
  | 'CLOSED'
  /** Somebody works on it. */
  | 'IN_PROGRESS'
  /** Nobody works on it yet. */
  | 'OPEN'
  /** The problem is solved. */
  | 'RESOLVED';

/** What a program with a token may do. */
export type TokenScope =
  /** What administrators may, except what needs a session. For administrators alone. */
  | 'ADMIN'
  /** Read what the team wrote for itself. */
  | 'NOTES_READ'
  /** Read e-mail addresses. */
  | 'PEOPLE_READ'
  /** Write to requesters. */
  | 'REPLIES_SEND'
  /** Submit tickets and ask triage about a text. */
  | 'REQUESTS_CREATE'
  /** Read tickets, their trail, statistics and exports, and the names of people. */
  | 'TICKETS_READ'
  /** Change, assign, delete and import tickets. */
  | 'TICKETS_WRITE';

/** The two things that triage suggests. */
export type TriageField =
  /** Which team must act. */
  | 'CATEGORY'
  /** How much people are affected. */
  | 'PRIORITY';

/** Who answered: shown with every suggestion, so that nobody takes a default for a verdict. */
export type TriageSource =
  /** The language model, asked the same question within the last 30 days. */
  | 'CACHE'
  /** Nobody: general and medium, because no engine could tell. */
  | 'DEFAULT'
  /** The local classifier, which needs no network. */
  | 'LOCAL'
  /** The configured language model, asked for this suggestion. */
  | 'MODEL';

/** What is decided about a ticket of the triage queue; at least one thing. */
export type TriageTicketInput = {
  /** Take the suggested category and priority, unless others are given here. Where nothing was suggested, the ticket is kept as it is. */
  acceptSuggestion?: boolean | null | undefined;
  /** Whose it is to be. Null takes it from everybody. */
  assigneeId?: string | null | undefined;
  /** Which team must act. */
  category?: TicketCategory | null | undefined;
  /** It is a duplicate: merge it into this ticket, whose requester may be another; each goes on seeing only their own messages. */
  duplicateOfId?: string | null | undefined;
  /** Decide only about this version, else CONFLICT. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  id: string;
  /** How much it affects people. */
  priority?: TicketPriority | null | undefined;
  /** Snooze it until then. With nothing else it comes back to the queue. */
  snoozeUntil?: string | null | undefined;
  /** It is spam: close it and block its requester. */
  spam?: boolean | null | undefined;
  /** Which team’s it is to be. Null takes it from every team. */
  teamId?: string | null | undefined;
};

/** A decision to take back. */
export type UndoTriageInput = {
  /** The token that the decision answered. */
  undoToken: string;
};

/** Which ticket is to stand for itself again. */
export type UnmergeTicketInput = {
  /** The merged ticket. */
  id: string;
};

/** A note worded anew. */
export type UpdateNoteInput = {
  /** The words as they are to be, 1–100,000 characters, trimmed. */
  body: string;
  /** Which note. */
  id: string;
};

/** Changes of a requester. A field that is left out keeps its value. */
export type UpdateRequesterInput = {
  /** An address that they have too. */
  addEmail?: string | null | undefined;
  /** Whether the team stops to answer them. */
  blocked?: boolean | null | undefined;
  /** Which requester. */
  id: string;
  /** Their name, 1–100 characters; null forgets it. */
  name?: string | null | undefined;
  /** A line for the team, at most 1,000 characters; null removes it. */
  note?: string | null | undefined;
  /** The one of their addresses that answers go to. */
  primaryEmail?: string | null | undefined;
  /** An address that they have no more. */
  removeEmail?: string | null | undefined;
};

/** Changes of one ticket. A field that is left out keeps its value. */
export type UpdateTicketInput = {
  /** Whose it is to be. Null takes it from everybody. */
  assigneeId?: string | null | undefined;
  /** Which team must act. */
  category?: TicketCategory | null | undefined;
  /** 1–100,000 characters, trimmed. */
  description?: string | null | undefined;
  /** Change only this version, else CONFLICT. Left out, the last write wins. */
  expectedVersion?: number | null | undefined;
  /** Which ticket. */
  id: string;
  /** How much it affects people. */
  priority?: TicketPriority | null | undefined;
  /** Who asks. Null: nobody is known. */
  requesterId?: string | null | undefined;
  /** Snooze it until the requester answers; false wakes it. A time in `snoozedUntil` ends it as well. */
  snoozeUntilAnswer?: boolean | null | undefined;
  /** Snooze it until then; null wakes it. An answer of the requester ends it earlier. */
  snoozedUntil?: string | null | undefined;
  /** How far the work is. */
  status?: TicketStatus | null | undefined;
  /** Which team’s it is to be. Null takes it from every team. */
  teamId?: string | null | undefined;
  /** One line, 1–200 characters, trimmed. Line breaks become spaces. */
  title?: string | null | undefined;
};

/** The same changes for many tickets. */
export type UpdateTicketsInput = {
  /** Whose it is to be. Null takes it from everybody. */
  assigneeId?: string | null | undefined;
  /** Which team must act. */
  category?: TicketCategory | null | undefined;
  /** Which tickets, at most 100. */
  ids: Array<string>;
  /** How much it affects people. */
  priority?: TicketPriority | null | undefined;
  /** Snooze them until their requesters answer; false wakes them. */
  snoozeUntilAnswer?: boolean | null | undefined;
  /** Snooze them until then; null wakes them. Finished ones stay as they are. */
  snoozedUntil?: string | null | undefined;
  /** How far the work is. */
  status?: TicketStatus | null | undefined;
  /** Which team’s it is to be. Null takes it from every team. */
  teamId?: string | null | undefined;
};

/** Changes of a person; what is left out or null stays as it is. */
export type UpdateUserInput = {
  /** False ends their sessions and tokens; true lets them sign in again. */
  active?: boolean | null | undefined;
  /** The name to show. */
  displayName?: string | null | undefined;
  /** The address they sign in with. */
  email?: string | null | undefined;
  /** Where `active` becomes false: to whom their unfinished tickets go. Left out they are nobody’s. */
  handOverToId?: string | null | undefined;
  /** Who. */
  id: string;
  /** What they may do. */
  role?: Role | null | undefined;
};

/** Changes of the caller’s own profile; what is left out or null stays as it is. */
export type UpdateViewerInput = {
  /** The name to show. */
  displayName?: string | null | undefined;
  /** Whether to e-mail the caller about mentions, assignments and requesters’ replies that stay unread for two minutes. */
  emailNotifications?: boolean | null | undefined;
  /** The short name: 1–39 letters a–z, digits, dots, hyphens or underscores. */
  handle?: string | null | undefined;
};

/** Which local classifier is to answer. */
export type UseTriageClassifierInput = {
  /** The version of one of `triageClassifiers`. */
  version: string;
};

/** What kind of expected failure a mutation met. */
export type UserErrorCode =
  /** Somebody changed the object since `expectedVersion`; the payload carries what is there now. */
  | 'CONFLICT'
  /** The caller may see it, and may not do this. */
  | 'FORBIDDEN'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** A value of the input is not allowed; `path` names it. */
  | 'INVALID_INPUT'
  /** The desk or the object is not in a state in which this can be done, whoever asks. */
  | 'NOT_ALLOWED'
  /** The object does not exist, or its id is malformed. */
  | 'NOT_FOUND'
  /** Something was said since; the payload tells what, and nothing was sent. */
  | 'STALE_CONVERSATION';

/** Who has a view in their sidebar. */
export type ViewSharing =
  /** The whole desk. */
  | 'EVERYBODY'
  /** Its owner alone. */
  | 'ME'
  /** Its owner and one team. */
  | 'TEAM';

/** Whose turn it is. */
export type WaitingOn =
  /** Nobody’s: it is resolved or closed. */
  | 'NOBODY'
  /** The requester’s: the team replied last. */
  | 'REQUESTER'
  /** The team’s: the last words came from outside. */
  | 'TEAM';

/** State of a telling. */
export type WebhookDeliveryState =
  /** The receiver answered with a status of 200 to 299. */
  | 'DELIVERED'
  /** It was given up; it can be sent again. */
  | 'FAILED'
  /** It was not taken yet and is tried again, unless the webhook is off. */
  | 'WAITING';

/** What a webhook can be told of. */
export type WebhookEvent =
  /** The team wrote a note. Told by its id alone, and only where `includeNotes` is true. */
  | 'NOTE_ADDED'
  /** The requester said something. */
  | 'REPLY_RECEIVED'
  /** The team said something, and can no longer take it back. */
  | 'REPLY_SENT'
  /** A ticket was submitted or imported. */
  | 'TICKET_CREATED'
  /** A ticket was deleted. */
  | 'TICKET_DELETED'
  /** A ticket was merged into another. */
  | 'TICKET_MERGED'
  /** Fields of a ticket changed; the body names which. */
  | 'TICKET_UPDATED';

export type Composer_TicketFragment = (
  { __typename: 'Ticket', id: string }
  & { ' $fragmentRefs'?: { 'ReplyComposer_TicketFragment': ReplyComposer_TicketFragment } }
) & { ' $fragmentName'?: 'Composer_TicketFragment' };

export type EventLine_EventFragment = { __typename: 'TicketEvent', id: string, ticketNumber: number, type: TicketEventType, field: string | null, from: string | null, to: string | null, source: EventSource, byWebClient: boolean, actor: string | null, createdAt: string } & { ' $fragmentName'?: 'EventLine_EventFragment' };

export type NoteItem_NoteFragment = { __typename: 'InternalNote', id: string, createdAt: string, editedAt: string | null, body: string, viewerCanEdit: boolean, attachments: { __typename: 'AttachmentConnection', edges: Array<{ __typename: 'AttachmentEdge', cursor: string, node: (
        { __typename: 'Attachment', id: string }
        & { ' $fragmentRefs'?: { 'FileList_AttachmentFragment': FileList_AttachmentFragment } }
      ) }> }, by:
    | { __typename: 'Machine', id: string, displayName: string }
    | { __typename: 'Requester', id: string, displayName: string }
    | { __typename: 'User', id: string, displayName: string }
   | null } & { ' $fragmentName'?: 'NoteItem_NoteFragment' };

export type PresenceLine_TicketFragment = { __typename: 'Ticket', id: string, presence: Array<{ __typename: 'Presence', doing: PresenceKind, user: { __typename: 'User', id: string, displayName: string } }> } & { ' $fragmentName'?: 'PresenceLine_TicketFragment' };

export type ReplyComposer_TicketFragment = { __typename: 'Ticket', id: string, status: TicketStatus, viewerCanReply: boolean, viewerCannotReplyReasons: Array<CannotReplyReason>, incidentTickets: { __typename: 'TicketConnection', totalCount: number | null }, requester: { __typename: 'Requester', id: string, displayName: string } | null, timeline: { __typename: 'TimelineConnection', edges: Array<{ __typename: 'TimelineEdge', cursor: string, node:
        | { __typename: 'InternalNote', id: string }
        | { __typename: 'PublicReply', id: string }
        | { __typename: 'TicketEvent', id: string }
       }> } } & { ' $fragmentName'?: 'ReplyComposer_TicketFragment' };

export type ReplyItem_ReplyFragment = { __typename: 'PublicReply', id: string, ticketNumber: number, createdAt: string, direction: Direction, channel: Channel, body: string, quotedBody: string | null, hasOriginal: boolean, cancelableUntil: string | null, viewerDidAuthor: boolean, by:
    | { __typename: 'Machine', id: string, displayName: string }
    | { __typename: 'Requester', id: string, displayName: string }
    | { __typename: 'User', id: string, displayName: string }
   | null, attachments: { __typename: 'AttachmentConnection', edges: Array<{ __typename: 'AttachmentEdge', cursor: string, node: (
        { __typename: 'Attachment', id: string, fileName: string, size: number }
        & { ' $fragmentRefs'?: { 'FileList_AttachmentFragment': FileList_AttachmentFragment } }
      ) }> }, deliveries: Array<{ __typename: 'Delivery', address: string, state: DeliveryState, reason: string | null, nextAttemptAt: string | null }> } & { ' $fragmentName'?: 'ReplyItem_ReplyFragment' };

export type RequesterCard_TicketFragment = { __typename: 'Ticket', id: string, requesterProven: boolean, requester: { __typename: 'Requester', id: string, displayName: string, note: string | null, blocked: boolean, emails: Array<{ __typename: 'RequesterEmail', address: string, verified: boolean, bouncing: boolean }>, tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, createdAt: string } }> } } | null } & { ' $fragmentName'?: 'RequesterCard_TicketFragment' };

export type Timeline_TicketFragment = { __typename: 'Ticket', id: string, number: number, timeline: { __typename: 'TimelineConnection', edges: Array<{ __typename: 'TimelineEdge', cursor: string, node:
        | (
          { __typename: 'InternalNote', id: string }
          & { ' $fragmentRefs'?: { 'NoteItem_NoteFragment': NoteItem_NoteFragment } }
        )
        | (
          { __typename: 'PublicReply', id: string }
          & { ' $fragmentRefs'?: { 'ReplyItem_ReplyFragment': ReplyItem_ReplyFragment } }
        )
        | (
          { __typename: 'TicketEvent', id: string }
          & { ' $fragmentRefs'?: { 'EventLine_EventFragment': EventLine_EventFragment } }
        )
       }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } & { ' $fragmentName'?: 'Timeline_TicketFragment' };

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type AddNoteMutation = { addNote: { __typename: 'AddNotePayload', unknownMentions: Array<string>, note: (
      { __typename: 'InternalNote', id: string }
      & { ' $fragmentRefs'?: { 'NoteItem_NoteFragment': NoteItem_NoteFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type AddReplyMutationVariables = Exact<{
  input: AddReplyInput;
}>;


export type AddReplyMutation = { addReply: { __typename: 'AddReplyPayload', reply: { __typename: 'PublicReply', id: string, body: string, attachments: { __typename: 'AttachmentConnection', edges: Array<{ __typename: 'AttachmentEdge', cursor: string, node: { __typename: 'Attachment', id: string, fileName: string, size: number } }> } } | null, ticket: (
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, incidentReplies: Array<{ __typename: 'PublicReply', id: string }>, warnings: Array<{ __typename: 'ReplyWarning', message: string, ticket: { __typename: 'Ticket', id: string, number: number } }>, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> } };

export type CancelReplyMutationVariables = Exact<{
  input: CancelReplyInput;
}>;


export type CancelReplyMutation = { cancelReply: { __typename: 'CancelReplyPayload', canceledReplyId: string | null, ticket: (
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type CannedRepliesQueryVariables = Exact<{ [key: string]: never; }>;


export type CannedRepliesQuery = { cannedReplies: { __typename: 'CannedReplyConnection', edges: Array<{ __typename: 'CannedReplyEdge', cursor: string, node: { __typename: 'CannedReply', id: string, name: string, body: string } }> } };

export type RenderCannedReplyQueryVariables = Exact<{
  id: string;
  ticketId: string;
}>;


export type RenderCannedReplyQuery = { node:
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'CannedReply', id: string, render: { __typename: 'RenderedReply', body: string, missing: Array<string> } | null }
    | { __typename: 'InboundMail', id: string }
    | { __typename: 'InternalNote', id: string }
    | { __typename: 'Machine', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PublicReply', id: string }
    | { __typename: 'Request', id: string }
    | { __typename: 'RequestMessage', id: string }
    | { __typename: 'Requester', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'TicketEvent', id: string }
    | { __typename: 'TriageSuggestion', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type PresenceChangesSubscriptionVariables = Exact<{
  ticketId: string;
}>;


export type PresenceChangesSubscription = { presenceChanges: { __typename: 'PresenceChange', presence: Array<{ __typename: 'Presence', doing: PresenceKind }> } };

export type MentionablesQueryVariables = Exact<{ [key: string]: never; }>;


export type MentionablesQuery = { users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', cursor: string, node: { __typename: 'User', id: string, displayName: string, handle: string } }> }, teams: { __typename: 'TeamConnection', edges: Array<{ __typename: 'TeamEdge', cursor: string, node: { __typename: 'Team', id: string, name: string, handle: string } }> } };

export type ReportPresenceMutationVariables = Exact<{
  input: ReportPresenceInput;
}>;


export type ReportPresenceMutation = { reportPresence: { __typename: 'ReportPresencePayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RetryReplyMutationVariables = Exact<{
  input: RetryReplyInput;
}>;


export type RetryReplyMutation = { retryReply: { __typename: 'RetryReplyPayload', reply: (
      { __typename: 'PublicReply', id: string }
      & { ' $fragmentRefs'?: { 'ReplyItem_ReplyFragment': ReplyItem_ReplyFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RotateRequestLinkMutationVariables = Exact<{
  input: RotateRequestLinkInput;
}>;


export type RotateRequestLinkMutation = { rotateRequestLink: { __typename: 'RotateRequestLinkPayload', requestUrl: string | null, sentTo: string | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type UpdateNoteMutationVariables = Exact<{
  input: UpdateNoteInput;
}>;


export type UpdateNoteMutation = { updateNote: { __typename: 'UpdateNotePayload', note: (
      { __typename: 'InternalNote', id: string }
      & { ' $fragmentRefs'?: { 'NoteItem_NoteFragment': NoteItem_NoteFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type FileList_AttachmentFragment = { __typename: 'Attachment', id: string, fileName: string, mediaType: string, size: number, url: string } & { ' $fragmentName'?: 'FileList_AttachmentFragment' };

export type DescriptionPageQueryVariables = Exact<{
  number: number;
}>;


export type DescriptionPageQuery = { ticket: (
    { __typename: 'Ticket', id: string, version: number, description: string }
    & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment } }
  ) | null };

export type ManagePageQueryVariables = Exact<{
  filter?: TicketFilter | null | undefined;
  orderBy?: TicketOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ManagePageQuery = { tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string }
        & { ' $fragmentRefs'?: { 'ManageRow_TicketFragment': ManageRow_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type ManageRow_TicketFragment = (
  { __typename: 'Ticket', id: string, number: number, title: string, preview: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, createdAt: string, updatedAt: string, resolvedAt: string | null, assignee: { __typename: 'User', id: string, displayName: string } | null, suggestion: { __typename: 'TriageSuggestion', id: string, source: TriageSource, category: { __typename: 'CategorySuggestion', outcome: SuggestionOutcome }, priority: { __typename: 'PrioritySuggestion', outcome: SuggestionOutcome } } | null }
  & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment } }
) & { ' $fragmentName'?: 'ManageRow_TicketFragment' };

export type DeleteTicketsMutationVariables = Exact<{
  input: DeleteTicketsInput;
}>;


export type DeleteTicketsMutation = { deleteTickets: { __typename: 'DeleteTicketsPayload', deletedTicketIds: Array<string>, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type NotificationLine_NotificationFragment = { __typename: 'Notification', id: string, reason: NotificationReason, createdAt: string, readAt: string | null, excerpt: string | null, by:
    | { __typename: 'Machine', id: string, displayName: string }
    | { __typename: 'Requester', id: string, displayName: string }
    | { __typename: 'User', id: string, displayName: string }
   | null, ticket: { __typename: 'Ticket', id: string, number: number, title: string } | null } & { ' $fragmentName'?: 'NotificationLine_NotificationFragment' };

export type NotificationsPageQueryVariables = Exact<{
  unread?: boolean | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationsPageQuery = { viewer: { __typename: 'Viewer', notifications: { __typename: 'NotificationConnection', edges: Array<{ __typename: 'NotificationEdge', cursor: string, node: (
          { __typename: 'Notification', id: string }
          & { ' $fragmentRefs'?: { 'NotificationLine_NotificationFragment': NotificationLine_NotificationFragment } }
        ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } };

export type UnreadNotificationsQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNotificationsQuery = { viewer: { __typename: 'Viewer', unreadNotificationCount: number } };

export type NotificationAddedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NotificationAddedSubscription = { notificationAdded: { __typename: 'NotificationAdded', cursor: string, unreadCount: number } };

export type MarkNotificationsReadMutationVariables = Exact<{
  input: MarkNotificationsReadInput;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: { __typename: 'MarkNotificationsReadPayload', viewer: { __typename: 'Viewer', unreadNotificationCount: number }, notifications: Array<{ __typename: 'Notification', id: string, readAt: string | null }>, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type MarkSeenMutationVariables = Exact<{
  tickets: MarkTicketsReadInput;
  notifications: MarkNotificationsReadInput;
}>;


export type MarkSeenMutation = { markTicketsRead: { __typename: 'MarkTicketsReadPayload', tickets: Array<{ __typename: 'Ticket', id: string, viewerHasUnread: boolean }> }, markNotificationsRead: { __typename: 'MarkNotificationsReadPayload', viewer: { __typename: 'Viewer', unreadNotificationCount: number }, notifications: Array<{ __typename: 'Notification', id: string, readAt: string | null }> } };

export type SetTicketSubscriptionMutationVariables = Exact<{
  input: SetTicketSubscriptionInput;
}>;


export type SetTicketSubscriptionMutation = { setTicketSubscription: { __typename: 'SetTicketSubscriptionPayload', ticket: { __typename: 'Ticket', id: string, viewerSubscription: SubscriptionState | null } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type PersonNamePageQueryVariables = Exact<{
  id: string;
}>;


export type PersonNamePageQuery = { node:
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'CannedReply', id: string }
    | { __typename: 'InboundMail', id: string }
    | { __typename: 'InternalNote', id: string }
    | { __typename: 'Machine', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PublicReply', id: string }
    | { __typename: 'Request', id: string }
    | { __typename: 'RequestMessage', id: string }
    | { __typename: 'Requester', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'TicketEvent', id: string }
    | { __typename: 'TriageSuggestion', id: string }
    | { __typename: 'User', displayName: string, id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type WhosePageQueryVariables = Exact<{ [key: string]: never; }>;


export type WhosePageQuery = { users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', cursor: string, node: { __typename: 'User', id: string, displayName: string, handle: string } }> }, teams: { __typename: 'TeamConnection', edges: Array<{ __typename: 'TeamEdge', cursor: string, node: { __typename: 'Team', id: string, name: string, handle: string } }> } };

export type AssignTicketsMutationVariables = Exact<{
  input: UpdateTicketsInput;
}>;


export type AssignTicketsMutation = { updateTickets: { __typename: 'UpdateTicketsPayload', results: Array<{ __typename: 'UpdateTicketResult', id: string, ticket: (
        { __typename: 'Ticket', id: string }
        & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment;'TicketRow_TicketFragment': TicketRow_TicketFragment;'ManageRow_TicketFragment': ManageRow_TicketFragment;'TicketAside_TicketFragment': TicketAside_TicketFragment;'TicketProperties_TicketFragment': TicketProperties_TicketFragment } }
      ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> }>, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type ClaimTicketMutationVariables = Exact<{
  input: ClaimTicketInput;
}>;


export type ClaimTicketMutation = { claimTicket: { __typename: 'ClaimTicketPayload', ticket: (
      { __typename: 'Ticket', id: string, number: number, assignee: { __typename: 'User', id: string, displayName: string } | null }
      & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment;'TicketRow_TicketFragment': TicketRow_TicketFragment;'ManageRow_TicketFragment': ManageRow_TicketFragment;'TicketAside_TicketFragment': TicketAside_TicketFragment;'TicketProperties_TicketFragment': TicketProperties_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> } };

export type RequestComposer_RequestFragment = { __typename: 'Request', number: number, status: TicketStatus, onReply: OnReply } & { ' $fragmentName'?: 'RequestComposer_RequestFragment' };

export type RequestMessageItem_MessageFragment = { __typename: 'RequestMessage', createdAt: string, fromTeam: boolean, authorName: string | null, body: string, files: Array<{ __typename: 'RequestFile', fileName: string, size: number, url: string }> } & { ' $fragmentName'?: 'RequestMessageItem_MessageFragment' };

export type RequestPageQueryVariables = Exact<{
  before?: string | null | undefined;
}>;


export type RequestPageQuery = { viewer: { __typename: 'Viewer', liveCursor: string | null }, request: (
    { __typename: 'Request', id: string, number: number, title: string, linkExpiresAt: string, messages: { __typename: 'RequestMessageConnection', edges: Array<{ __typename: 'RequestMessageEdge', cursor: string, node: (
          { __typename: 'RequestMessage', id: string }
          & { ' $fragmentRefs'?: { 'RequestMessageItem_MessageFragment': RequestMessageItem_MessageFragment } }
        ) }>, pageInfo: { __typename: 'PageInfo', hasPreviousPage: boolean, startCursor: string | null } } }
    & { ' $fragmentRefs'?: { 'RequestSteps_RequestFragment': RequestSteps_RequestFragment;'RequestComposer_RequestFragment': RequestComposer_RequestFragment } }
  ) | null };

export type RequestSteps_RequestFragment = { __typename: 'Request', status: TicketStatus, finishedAt: string | null, reopensUntil: string | null, onReply: OnReply } & { ' $fragmentName'?: 'RequestSteps_RequestFragment' };

export type AddRequestMessageMutationVariables = Exact<{
  input: AddRequestMessageInput;
}>;


export type AddRequestMessageMutation = { addRequestMessage: { __typename: 'AddRequestMessagePayload', requestUrl: string | null, request: (
      { __typename: 'Request', id: string }
      & { ' $fragmentRefs'?: { 'RequestSteps_RequestFragment': RequestSteps_RequestFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RequestChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RequestChangesSubscription = { requestChanges: { __typename: 'RequestChange', cursor: string } };

export type ResolveRequestMutationVariables = Exact<{
  input: ResolveRequestInput;
}>;


export type ResolveRequestMutation = { resolveRequest: { __typename: 'ResolveRequestPayload', request: (
      { __typename: 'Request', id: string }
      & { ' $fragmentRefs'?: { 'RequestSteps_RequestFragment': RequestSteps_RequestFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RequesterAddresses_RequesterFragment = { __typename: 'Requester', id: string, emails: Array<{ __typename: 'RequesterEmail', address: string, verified: boolean, bouncing: boolean }> } & { ' $fragmentName'?: 'RequesterAddresses_RequesterFragment' };

export type RequesterDetails_RequesterFragment = (
  { __typename: 'Requester', id: string, displayName: string, note: string | null, blocked: boolean, emails: Array<{ __typename: 'RequesterEmail', address: string }>, tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus } }> } }
  & { ' $fragmentRefs'?: { 'RequesterAddresses_RequesterFragment': RequesterAddresses_RequesterFragment } }
) & { ' $fragmentName'?: 'RequesterDetails_RequesterFragment' };

export type RequesterLine_RequesterFragment = { __typename: 'Requester', id: string, displayName: string, blocked: boolean, emails: Array<{ __typename: 'RequesterEmail', address: string }> } & { ' $fragmentName'?: 'RequesterLine_RequesterFragment' };

export type RequesterPageQueryVariables = Exact<{
  id: string;
}>;


export type RequesterPageQuery = { node:
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'CannedReply', id: string }
    | { __typename: 'InboundMail', id: string }
    | { __typename: 'InternalNote', id: string }
    | { __typename: 'Machine', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PublicReply', id: string }
    | { __typename: 'Request', id: string }
    | { __typename: 'RequestMessage', id: string }
    | (
      { __typename: 'Requester', id: string }
      & { ' $fragmentRefs'?: { 'RequesterDetails_RequesterFragment': RequesterDetails_RequesterFragment } }
    )
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'TicketEvent', id: string }
    | { __typename: 'TriageSuggestion', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type RequestersPageQueryVariables = Exact<{
  search?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type RequestersPageQuery = { requesters: { __typename: 'RequesterConnection', totalCount: number | null, edges: Array<{ __typename: 'RequesterEdge', cursor: string, node: (
        { __typename: 'Requester', id: string }
        & { ' $fragmentRefs'?: { 'RequesterLine_RequesterFragment': RequesterLine_RequesterFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } };

export type UpdateRequesterMutationVariables = Exact<{
  input: UpdateRequesterInput;
}>;


export type UpdateRequesterMutation = { updateRequester: { __typename: 'UpdateRequesterPayload', requester: { __typename: 'Requester', id: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type EraseRequesterMutationVariables = Exact<{
  input: EraseRequesterInput;
}>;


export type EraseRequesterMutation = { eraseRequester: { __typename: 'EraseRequesterPayload', erasedRequesterId: string | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SessionPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionPageQuery = { viewer: { __typename: 'Viewer', mode: AccessMode, needsFirstAdmin: boolean, anybodyMaySubmit: boolean, mailsPasswordResets: boolean, liveCursor: string | null, signInMethods: Array<{ __typename: 'SignInMethod', kind: SignInKind, label: string, url: string | null }>, user: { __typename: 'User', id: string, displayName: string, handle: string, email: string, role: Role } | null } };

export type SetupPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupPageQuery = { viewer: { __typename: 'Viewer', namelessRestCalls: number } };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { __typename: 'CreateApiTokenPayload', secret: string | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type AccessPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessPageQuery = { viewer: { __typename: 'Viewer', namelessRestCalls: number } };

export type AuditPageQueryVariables = Exact<{
  type?: Array<AuditEventType> | AuditEventType | null | undefined;
  actorId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditPageQuery = { auditEvents: { __typename: 'AuditEventConnection', edges: Array<{ __typename: 'AuditEventEdge', cursor: string, node: { __typename: 'AuditEvent', id: string, at: string, type: AuditEventType, actorName: string, target: string | null, detail: string | null, address: string | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', cursor: string, node: { __typename: 'User', id: string, displayName: string } }> } };

export type MailPageQueryVariables = Exact<{
  state?: Array<InboundMailState> | InboundMailState | null | undefined;
  after?: string | null | undefined;
}>;


export type MailPageQuery = { mailHealth: { __typename: 'MailHealth', stuckCount: number, outgoing: { __typename: 'ChannelHealth', name: string, working: boolean, lastSuccessAt: string | null, failingSince: string | null, message: string | null }, incoming: Array<{ __typename: 'ChannelHealth', name: string, working: boolean, lastSuccessAt: string | null, failingSince: string | null, message: string | null }> }, inboundMails: { __typename: 'InboundMailConnection', edges: Array<{ __typename: 'InboundMailEdge', cursor: string, node: { __typename: 'InboundMail', id: string, from: string | null, subject: string | null, state: InboundMailState, verdict: string, receivedAt: string, sourceUrl: string | null, ticket: { __typename: 'Ticket', id: string, number: number } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PeoplePageQueryVariables = Exact<{ [key: string]: never; }>;


export type PeoplePageQuery = { users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', cursor: string, node: { __typename: 'User', id: string, displayName: string, email: string, role: Role, active: boolean, lastSeenAt: string | null, openTicketCount: number } }> } };

export type ProfilePageQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfilePageQuery = { viewer: { __typename: 'Viewer', emailNotifications: boolean, mailsPasswordResets: boolean, user: { __typename: 'User', id: string, displayName: string, handle: string, email: string } | null } };

export type SamplesPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SamplesPageQuery = { sampleTicketCount: number, tickets: { __typename: 'TicketConnection', totalCount: number | null } };

export type SecurityPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurityPageQuery = { viewer: { __typename: 'Viewer', sessions: Array<{ __typename: 'Session', id: string, address: string, userAgent: string, createdAt: string, lastUsedAt: string, current: boolean }> } };

export type TeamsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type TeamsPageQuery = { teams: { __typename: 'TeamConnection', edges: Array<{ __typename: 'TeamEdge', cursor: string, node: { __typename: 'Team', id: string, name: string, handle: string, categories: Array<TicketCategory>, members: Array<{ __typename: 'TeamMember', lead: boolean, user: { __typename: 'User', id: string, displayName: string } }> } }> }, users: { __typename: 'UserConnection', edges: Array<{ __typename: 'UserEdge', cursor: string, node: { __typename: 'User', id: string, displayName: string } }> } };

export type TokensPageQueryVariables = Exact<{
  ofDesk: boolean;
}>;


export type TokensPageQuery = { viewer: { __typename: 'Viewer', apiTokens: { __typename: 'ApiTokenConnection', edges: Array<{ __typename: 'ApiTokenEdge', cursor: string, node: { __typename: 'ApiToken', id: string, displayName: string, prefix: string, scopes: Array<TokenScope>, lastUsedAt: string | null, expiresAt: string, revokedAt: string | null } }> } } };

export type CannedRepliesPageQueryVariables = Exact<{ [key: string]: never; }>;


export type CannedRepliesPageQuery = { cannedReplies: { __typename: 'CannedReplyConnection', edges: Array<{ __typename: 'CannedReplyEdge', cursor: string, node: { __typename: 'CannedReply', id: string, name: string, body: string, sharedWith: ViewSharing, thenStatus: TicketStatus | null, viewerCanEdit: boolean, useCount: number, team: { __typename: 'Team', id: string, name: string } | null } }> }, teams: { __typename: 'TeamConnection', edges: Array<{ __typename: 'TeamEdge', cursor: string, node: { __typename: 'Team', id: string, name: string } }> } };

export type SaveCannedReplyMutationVariables = Exact<{
  input: SaveCannedReplyInput;
}>;


export type SaveCannedReplyMutation = { saveCannedReply: { __typename: 'SaveCannedReplyPayload', cannedReply: { __typename: 'CannedReply', id: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type DeleteCannedReplyMutationVariables = Exact<{
  input: DeleteCannedReplyInput;
}>;


export type DeleteCannedReplyMutation = { deleteCannedReply: { __typename: 'DeleteCannedReplyPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type UpdateViewerMutationVariables = Exact<{
  input: UpdateViewerInput;
}>;


export type UpdateViewerMutation = { updateViewer: { __typename: 'UpdateViewerPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RevokeSessionsMutationVariables = Exact<{
  input: RevokeSessionsInput;
}>;


export type RevokeSessionsMutation = { revokeSessions: { __typename: 'RevokeSessionsPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RevokeApiTokenMutationVariables = Exact<{
  input: RevokeApiTokenInput;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { __typename: 'RevokeApiTokenPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type InviteUserMutationVariables = Exact<{
  input: InviteUserInput;
}>;


export type InviteUserMutation = { inviteUser: { __typename: 'InviteUserPayload', inviteUrl: string | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type UpdateUserMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UpdateUserMutation = { updateUser: { __typename: 'UpdateUserPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type CreatePasswordResetMutationVariables = Exact<{
  input: CreatePasswordResetInput;
}>;


export type CreatePasswordResetMutation = { createPasswordReset: { __typename: 'CreatePasswordResetPayload', resetUrl: string | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SaveTeamMutationVariables = Exact<{
  input: SaveTeamInput;
}>;


export type SaveTeamMutation = { saveTeam: { __typename: 'SaveTeamPayload', team: { __typename: 'Team', id: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SetTeamMembersMutationVariables = Exact<{
  input: SetTeamMembersInput;
}>;


export type SetTeamMembersMutation = { setTeamMembers: { __typename: 'SetTeamMembersPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type DeleteTeamMutationVariables = Exact<{
  input: DeleteTeamInput;
}>;


export type DeleteTeamMutation = { deleteTeam: { __typename: 'DeleteTeamPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RetryInboundMailMutationVariables = Exact<{
  input: RetryInboundMailInput;
}>;


export type RetryInboundMailMutation = { retryInboundMail: { __typename: 'RetryInboundMailPayload', inboundMail: { __typename: 'InboundMail', id: string, state: InboundMailState, verdict: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type WebhooksPageQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksPageQuery = { webhooks: { __typename: 'WebhookConnection', edges: Array<{ __typename: 'WebhookEdge', cursor: string, node: { __typename: 'Webhook', id: string, url: string, events: Array<WebhookEvent>, includeNotes: boolean, enabled: boolean, disabledReason: string | null, createdBy: { __typename: 'User', id: string, displayName: string } } }> } };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string;
  state?: Array<WebhookDeliveryState> | WebhookDeliveryState | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { node:
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'CannedReply', id: string }
    | { __typename: 'InboundMail', id: string }
    | { __typename: 'InternalNote', id: string }
    | { __typename: 'Machine', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PublicReply', id: string }
    | { __typename: 'Request', id: string }
    | { __typename: 'RequestMessage', id: string }
    | { __typename: 'Requester', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Team', id: string }
    | { __typename: 'Ticket', id: string }
    | { __typename: 'TicketEvent', id: string }
    | { __typename: 'TriageSuggestion', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Webhook', id: string, deliveries: { __typename: 'WebhookDeliveryConnection', edges: Array<{ __typename: 'WebhookDeliveryEdge', cursor: string, node: { __typename: 'WebhookDelivery', id: string, event: WebhookEvent, state: WebhookDeliveryState, body: string, nextAttemptAt: string | null, createdAt: string, attempts: Array<{ __typename: 'WebhookAttempt', at: string, statusCode: number | null, answer: string | null, milliseconds: number }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type SaveWebhookMutationVariables = Exact<{
  input: SaveWebhookInput;
}>;


export type SaveWebhookMutation = { saveWebhook: { __typename: 'SaveWebhookPayload', secret: string | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type DeleteWebhookMutationVariables = Exact<{
  input: DeleteWebhookInput;
}>;


export type DeleteWebhookMutation = { deleteWebhook: { __typename: 'DeleteWebhookPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type RedeliverWebhookMutationVariables = Exact<{
  input: RedeliverWebhookInput;
}>;


export type RedeliverWebhookMutation = { redeliverWebhook: { __typename: 'RedeliverWebhookPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type MailStrip_HealthFragment = { __typename: 'MailHealth', undeliveredCount: number, outgoing: { __typename: 'ChannelHealth', name: string, failingSince: string | null, message: string | null }, incoming: Array<{ __typename: 'ChannelHealth', name: string, failingSince: string | null, message: string | null }> } & { ' $fragmentName'?: 'MailStrip_HealthFragment' };

export type ShellPageQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellPageQuery = { sampleTicketCount: number, ticketStats: { __typename: 'TicketStats', byStatus: Array<{ __typename: 'TicketStatusCount', status: TicketStatus, count: number }> }, snoozed: { __typename: 'TicketConnection', totalCount: number | null }, toTriage: { __typename: 'TicketConnection', totalCount: number | null }, triageStatus: (
    { __typename: 'TriageStatus' }
    & { ' $fragmentRefs'?: { 'TriageState_TriageFragment': TriageState_TriageFragment } }
  ), mailHealth: (
    { __typename: 'MailHealth', needsAttention: boolean }
    & { ' $fragmentRefs'?: { 'MailStrip_HealthFragment': MailStrip_HealthFragment } }
  ) };

export type ShellViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellViewsQuery = { savedViews: { __typename: 'SavedViewConnection', edges: Array<{ __typename: 'SavedViewEdge', cursor: string, node: { __typename: 'SavedView', id: string, name: string, query: string, viewerCanEdit: boolean } }> }, teams: { __typename: 'TeamConnection', edges: Array<{ __typename: 'TeamEdge', cursor: string, node: { __typename: 'Team', id: string, name: string } }> } };

export type TriageState_TriageFragment = { __typename: 'TriageStatus', source: TriageSource, engine: string, answering: boolean, message: string | null } & { ' $fragmentName'?: 'TriageState_TriageFragment' };

export type PalettePageQueryVariables = Exact<{
  search: string;
  number: number;
  byNumber: boolean;
}>;


export type PalettePageQuery = { ticket?: (
    { __typename: 'Ticket', id: string, number: number }
    & { ' $fragmentRefs'?: { 'PaletteTicket_TicketFragment': PaletteTicket_TicketFragment } }
  ) | null, unfinished: { __typename: 'TicketConnection', edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number }
        & { ' $fragmentRefs'?: { 'PaletteTicket_TicketFragment': PaletteTicket_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, tickets: { __typename: 'TicketConnection', edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number }
        & { ' $fragmentRefs'?: { 'PaletteTicket_TicketFragment': PaletteTicket_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PaletteTicket_TicketFragment = { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, createdAt: string } & { ' $fragmentName'?: 'PaletteTicket_TicketFragment' };

export type TicketChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TicketChangesSubscription = { ticketChanges: { __typename: 'TicketChange', cursor: string, kind: ChangeKind, ticketId: string | null } };

export type BacklogAge_StatsFragment = { __typename: 'TicketStats', backlogAge: Array<{ __typename: 'BacklogAgeBucket', label: string, from: string | null, to: string | null, count: number, byPriority: Array<{ __typename: 'TicketPriorityCount', priority: TicketPriority, count: number }> }> } & { ' $fragmentName'?: 'BacklogAge_StatsFragment' };

export type Breakdown_StatsFragment = { __typename: 'TicketStats', period: { __typename: 'PeriodStats', from: string, to: string, byPriority: Array<{ __typename: 'TicketPriorityCount', priority: TicketPriority, count: number }>, byCategory: Array<{ __typename: 'TicketCategoryCount', category: TicketCategory, count: number }>, byStatus: Array<{ __typename: 'TicketStatusCount', status: TicketStatus, count: number }> } } & { ' $fragmentName'?: 'Breakdown_StatsFragment' };

export type DashboardPageQueryVariables = Exact<{
  days: number;
  timeZone: string;
}>;


export type DashboardPageQuery = { ticketStats: { __typename: 'TicketStats', totalCount: number, openCount: number, averagePerDay: number, openingBacklog: number, triage: { __typename: 'TriageReport', outcomes: Array<{ __typename: 'TriageOutcomeCount', field: TriageField, source: TriageSource, version: string, suggested: number, kept: number, confirmed: number, overridden: number }>, confusion: Array<{ __typename: 'TriageConfusionCell', field: TriageField, suggested: string, final: string, count: number }>, calibration: Array<{ __typename: 'TriageCalibrationBucket', field: TriageField, from: number, to: number, count: number, meanConfidence: number | null, accepted: number | null }> }, period: { __typename: 'PeriodStats', from: string, to: string, created: number, resolved: number, medianHoursToResolve: number | null, medianMinutesToFirstResponse: number | null, p90MinutesToFirstResponse: number | null, byPriority: Array<{ __typename: 'TicketPriorityCount', priority: TicketPriority, count: number }>, byCategory: Array<{ __typename: 'TicketCategoryCount', category: TicketCategory, count: number }>, byStatus: Array<{ __typename: 'TicketStatusCount', status: TicketStatus, count: number }> }, byStatus: Array<{ __typename: 'TicketStatusCount', status: TicketStatus, count: number }>, previousPeriod: { __typename: 'PeriodStats', created: number, resolved: number, medianHoursToResolve: number | null, medianMinutesToFirstResponse: number | null, p90MinutesToFirstResponse: number | null }, perDay: Array<{ __typename: 'TicketDayCount', from: string, to: string, created: number, resolved: number, partial: boolean }>, backlogAge: Array<{ __typename: 'BacklogAgeBucket', label: string, from: string | null, to: string | null, count: number, byPriority: Array<{ __typename: 'TicketPriorityCount', priority: TicketPriority, count: number }> }> }, oldest: { __typename: 'TicketConnection', edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string }
        & { ' $fragmentRefs'?: { 'TicketLine_TicketFragment': TicketLine_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, waiting: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number, title: string, priority: TicketPriority, waitingSince: string | null }
        & { ' $fragmentRefs'?: { 'TicketLine_TicketFragment': TicketLine_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type FirstResponse_StatsFragment = { __typename: 'TicketStats', period: { __typename: 'PeriodStats', medianMinutesToFirstResponse: number | null, p90MinutesToFirstResponse: number | null }, previousPeriod: { __typename: 'PeriodStats', medianMinutesToFirstResponse: number | null, p90MinutesToFirstResponse: number | null } } & { ' $fragmentName'?: 'FirstResponse_StatsFragment' };

export type FlowChart_StatsFragment = { __typename: 'TicketStats', openingBacklog: number, perDay: Array<{ __typename: 'TicketDayCount', from: string, to: string, created: number, resolved: number, partial: boolean }> } & { ' $fragmentName'?: 'FlowChart_StatsFragment' };

export type Headline_StatsFragment = { __typename: 'TicketStats', totalCount: number, openCount: number, averagePerDay: number, openingBacklog: number, byStatus: Array<{ __typename: 'TicketStatusCount', status: TicketStatus, count: number }>, period: { __typename: 'PeriodStats', from: string, to: string, created: number, resolved: number, medianHoursToResolve: number | null }, previousPeriod: { __typename: 'PeriodStats', created: number, resolved: number, medianHoursToResolve: number | null } } & { ' $fragmentName'?: 'Headline_StatsFragment' };

export type LongestWaiting_TicketsFragment = { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
      { __typename: 'Ticket', id: string, number: number, title: string, priority: TicketPriority, waitingSince: string | null }
      & { ' $fragmentRefs'?: { 'TicketLine_TicketFragment': TicketLine_TicketFragment } }
    ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } & { ' $fragmentName'?: 'LongestWaiting_TicketsFragment' };

export type Period_StatsFragment = { __typename: 'TicketStats', period: { __typename: 'PeriodStats', from: string, to: string } } & { ' $fragmentName'?: 'Period_StatsFragment' };

export type TicketLine_TicketFragment = { __typename: 'Ticket', id: string, number: number, title: string, priority: TicketPriority, status: TicketStatus, createdAt: string, waitingSince: string | null } & { ' $fragmentName'?: 'TicketLine_TicketFragment' };

export type TriageAccuracy_ReportFragment = { __typename: 'TriageReport', confusion: Array<{ __typename: 'TriageConfusionCell', field: TriageField, suggested: string, final: string, count: number }>, calibration: Array<{ __typename: 'TriageCalibrationBucket', field: TriageField, from: number, to: number, count: number, meanConfidence: number | null, accepted: number | null }> } & { ' $fragmentName'?: 'TriageAccuracy_ReportFragment' };

export type TriageReport_ReportFragment = { __typename: 'TriageReport', outcomes: Array<{ __typename: 'TriageOutcomeCount', field: TriageField, source: TriageSource, version: string, suggested: number, kept: number, confirmed: number, overridden: number }> } & { ' $fragmentName'?: 'TriageReport_ReportFragment' };

export type FirstResponses_StatsFragment = { __typename: 'TicketStats', period: { __typename: 'PeriodStats', firstResponses: Array<{ __typename: 'FirstResponseBucket', from: number, to: number | null, count: number }> } } & { ' $fragmentName'?: 'FirstResponses_StatsFragment' };

export type PeopleHeadline_StatsFragment = { __typename: 'TicketStats', byAssignee: Array<{ __typename: 'AssigneeCount', waitingForTeam: number, waitingSince: string | null, assignee: { __typename: 'User', id: string, displayName: string } | null }>, period: { __typename: 'PeriodStats', medianMinutesToFirstResponse: number | null, firstResponses: Array<{ __typename: 'FirstResponseBucket', from: number, to: number | null, count: number }> }, previousPeriod: { __typename: 'PeriodStats', medianMinutesToFirstResponse: number | null } } & { ' $fragmentName'?: 'PeopleHeadline_StatsFragment' };

export type PeopleStatsPageQueryVariables = Exact<{
  days: number;
  timeZone: string;
}>;


export type PeopleStatsPageQuery = { ticketStats: { __typename: 'TicketStats', period: { __typename: 'PeriodStats', from: string, to: string, medianMinutesToFirstResponse: number | null, firstResponses: Array<{ __typename: 'FirstResponseBucket', from: number, to: number | null, count: number }> }, byAssignee: Array<{ __typename: 'AssigneeCount', waitingForTeam: number, waitingSince: string | null, unfinished: number, medianMinutesToFirstResponse: number | null, resolvedInPeriod: number, assignee: { __typename: 'User', id: string, displayName: string } | null }>, previousPeriod: { __typename: 'PeriodStats', medianMinutesToFirstResponse: number | null } }, waiting: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number, title: string, priority: TicketPriority, waitingSince: string | null }
        & { ' $fragmentRefs'?: { 'TicketLine_TicketFragment': TicketLine_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type WorkTable_StatsFragment = { __typename: 'TicketStats', byAssignee: Array<{ __typename: 'AssigneeCount', unfinished: number, waitingForTeam: number, waitingSince: string | null, medianMinutesToFirstResponse: number | null, resolvedInPeriod: number, assignee: { __typename: 'User', id: string, displayName: string } | null }>, period: { __typename: 'PeriodStats', from: string, to: string } } & { ' $fragmentName'?: 'WorkTable_StatsFragment' };

export type Classifiers_ClassifierFragment = { __typename: 'TriageClassifier', version: string, builtIn: boolean, inUse: boolean, trainedAt: string | null, labelCount: number | null, heldOutAccuracy: number | null, reason: string | null } & { ' $fragmentName'?: 'Classifiers_ClassifierFragment' };

export type Corrections_CorrectionFragment = { __typename: 'TriageCorrection', field: TriageField, suggested: string, final: string, count: number, words: Array<string> } & { ' $fragmentName'?: 'Corrections_CorrectionFragment' };

export type ReplayResults_ResultFragment = { __typename: 'TriageReplayResult', source: TriageSource | null, version: string | null, builtIn: boolean, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } } & { ' $fragmentName'?: 'ReplayResults_ResultFragment' };

export type ReportGroups_GroupFragment = { __typename: 'TriageReportGroup', key: string | null, source: TriageSource | null, suggested: number, reviewed: number, notReviewed: number, overridden: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } } & { ' $fragmentName'?: 'ReportGroups_GroupFragment' };

export type ReportTotal_GroupFragment = { __typename: 'TriageReportGroup', suggested: number, reviewed: number, sureAndWrong: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } } & { ' $fragmentName'?: 'ReportTotal_GroupFragment' };

export type TriageReportPageQueryVariables = Exact<{
  days: number;
}>;


export type TriageReportPageQuery = { triageReport: { __typename: 'TriageReport', since: string | null, total: { __typename: 'TriageReportGroup', suggested: number, reviewed: number, sureAndWrong: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }, byLanguage: Array<{ __typename: 'TriageReportGroup', key: string | null, source: TriageSource | null, suggested: number, reviewed: number, notReviewed: number, overridden: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }>, byCategory: Array<{ __typename: 'TriageReportGroup', key: string | null, source: TriageSource | null, suggested: number, reviewed: number, notReviewed: number, overridden: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }>, bySource: Array<{ __typename: 'TriageReportGroup', key: string | null, source: TriageSource | null, suggested: number, reviewed: number, notReviewed: number, overridden: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }>, byVersion: Array<{ __typename: 'TriageReportGroup', key: string | null, source: TriageSource | null, suggested: number, reviewed: number, notReviewed: number, overridden: number, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }>, corrections: Array<{ __typename: 'TriageCorrection', field: TriageField, suggested: string, final: string, count: number, words: Array<string> }> }, triageClassifiers: Array<{ __typename: 'TriageClassifier', version: string, builtIn: boolean, inUse: boolean, trainedAt: string | null, labelCount: number | null, heldOutAccuracy: number | null, reason: string | null }> };

export type UseTriageClassifierMutationVariables = Exact<{
  input: UseTriageClassifierInput;
}>;


export type UseTriageClassifierMutation = { useTriageClassifier: { __typename: 'UseTriageClassifierPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type TriageReplayQueryVariables = Exact<{
  days: number;
}>;


export type TriageReplayQuery = { triageReport: { __typename: 'TriageReport', replay: { __typename: 'TriageReplay', ticketCount: number, modelTicketCount: number, results: Array<{ __typename: 'TriageReplayResult', source: TriageSource | null, version: string | null, builtIn: boolean, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }>, modelResults: Array<{ __typename: 'TriageReplayResult', source: TriageSource | null, version: string | null, builtIn: boolean, category: { __typename: 'TriageFieldFigures', reviewed: number, right: number }, priority: { __typename: 'TriageFieldFigures', reviewed: number, right: number } }> } } };

export type SuggestionCard_SuggestionFragment = { __typename: 'TriageSuggestion', id: string, source: TriageSource, engine: string, version: string, rationale: string | null, category: { __typename: 'CategorySuggestion', value: TicketCategory, confidence: number, belowThreshold: boolean }, priority: { __typename: 'PrioritySuggestion', value: TicketPriority, confidence: number, belowThreshold: boolean }, learnedFrom?: Array<{ __typename: 'Ticket', id: string, number: number }> } & { ' $fragmentName'?: 'SuggestionCard_SuggestionFragment' };

export type CreateTicketMutationVariables = Exact<{
  input: CreateTicketInput;
  member: boolean;
}>;


export type CreateTicketMutation = { createTicket: { __typename: 'CreateTicketPayload', requestUrl: string | null, ticket?: { __typename: 'Ticket', id: string, number: number } | null, request: { __typename: 'Request', id: string, number: number } | null, userErrors: Array<{ __typename: 'UserError', path: Array<string>, message: string }> } };

export type SuggestForDraftMutationVariables = Exact<{
  input: SuggestTriageInput;
  member: boolean;
}>;


export type SuggestForDraftMutation = { suggestTriage: { __typename: 'SuggestTriagePayload', suggestion: (
      { __typename: 'TriageSuggestion', id: string, quote: string | null, category: { __typename: 'CategorySuggestion', value: TicketCategory, evidence: Array<string> }, priority: { __typename: 'PrioritySuggestion', value: TicketPriority, evidence: Array<string> } }
      & { ' $fragmentRefs'?: { 'SuggestionCard_SuggestionFragment': SuggestionCard_SuggestionFragment } }
    ) | null, similarTickets?: Array<{ __typename: 'SimilarTicket', commonWords: Array<string>, ticket: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, createdAt: string } }>, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode }> } };

export type UseUpdateTickets_TicketFragment = { __typename: 'Ticket', id: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus } & { ' $fragmentName'?: 'UseUpdateTickets_TicketFragment' };

export type UpdateTicketsMutationVariables = Exact<{
  input: UpdateTicketsInput;
}>;


export type UpdateTicketsMutation = { updateTickets: { __typename: 'UpdateTicketsPayload', results: Array<{ __typename: 'UpdateTicketResult', id: string, ticket: (
        { __typename: 'Ticket' }
        & { ' $fragmentRefs'?: { 'UseUpdateTickets_TicketFragment': UseUpdateTickets_TicketFragment;'TicketRow_TicketFragment': TicketRow_TicketFragment;'ManageRow_TicketFragment': ManageRow_TicketFragment } }
      ) | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> }>, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> } };

export type DeleteTicketMutationVariables = Exact<{
  input: DeleteTicketInput;
}>;


export type DeleteTicketMutation = { deleteTicket: { __typename: 'DeleteTicketPayload', deletedTicketId: string | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> } };

export type UseUpdateTicket_TicketFragment = { __typename: 'Ticket', id: string, number: number, title: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, version: number, updatedAt: string } & { ' $fragmentName'?: 'UseUpdateTicket_TicketFragment' };

export type UseUpdateTicket_WordsFragment = { __typename: 'Ticket', id: string, description: string } & { ' $fragmentName'?: 'UseUpdateTicket_WordsFragment' };

export type UpdateTicketMutationVariables = Exact<{
  input: UpdateTicketInput;
}>;


export type UpdateTicketMutation = { updateTicket: { __typename: 'UpdateTicketPayload', ticket: (
      { __typename: 'Ticket', id: string, number: number, title: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, version: number, updatedAt: string, description: string }
      & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'ManageRow_TicketFragment': ManageRow_TicketFragment;'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, path: Array<string>, message: string }> } };

export type CountTicketsQueryVariables = Exact<{
  filter?: TicketFilter | null | undefined;
}>;


export type CountTicketsQuery = { tickets: { __typename: 'TicketConnection', totalCount: number | null } };

export type EmptyInboxPageQueryVariables = Exact<{ [key: string]: never; }>;


export type EmptyInboxPageQuery = { tickets: { __typename: 'TicketConnection', totalCount: number | null } };

export type InboxPageQueryVariables = Exact<{
  filter?: TicketFilter | null | undefined;
  orderBy?: TicketOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
  number: number;
  byNumber: boolean;
}>;


export type InboxPageQuery = { tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number, createdAt: string }
        & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment;'TicketRow_TicketFragment': TicketRow_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, ticket?: (
    { __typename: 'Ticket', id: string, number: number, createdAt: string }
    & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment;'TicketRow_TicketFragment': TicketRow_TicketFragment } }
  ) | null };

export type TicketRow_TicketFragment = (
  { __typename: 'Ticket', id: string, number: number, title: string, preview: string, category: TicketCategory, priority: TicketPriority, status: TicketStatus, createdAt: string, messageCount: number, waitingOn: WaitingOn, waitingSince: string | null, isSnoozed: boolean, snoozedUntil: string | null, assignee: { __typename: 'User', id: string, displayName: string } | null, requester: { __typename: 'Requester', id: string, displayName: string } | null }
  & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment } }
) & { ' $fragmentName'?: 'TicketRow_TicketFragment' };

export type AddSampleTicketsMutationVariables = Exact<{
  input: AddSampleTicketsInput;
}>;


export type AddSampleTicketsMutation = { addSampleTickets: { __typename: 'AddSampleTicketsPayload', createdCount: number, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type UseIsUnread_TicketFragment = { __typename: 'Ticket', id: string, viewerHasUnread: boolean } & { ' $fragmentName'?: 'UseIsUnread_TicketFragment' };

export type RemoveSampleTicketsMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveSampleTicketsMutation = { removeSampleTickets: { __typename: 'RemoveSampleTicketsPayload', removedCount: number, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type MarkTicketsReadMutationVariables = Exact<{
  input: MarkTicketsReadInput;
}>;


export type MarkTicketsReadMutation = { markTicketsRead: { __typename: 'MarkTicketsReadPayload', tickets: Array<{ __typename: 'Ticket', id: string, viewerHasUnread: boolean }> } };

export type UnreadMarksQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type UnreadMarksQuery = { nodes: Array<
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'CannedReply', id: string }
    | { __typename: 'InboundMail', id: string }
    | { __typename: 'InternalNote', id: string }
    | { __typename: 'Machine', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'PublicReply', id: string }
    | { __typename: 'Request', id: string }
    | { __typename: 'RequestMessage', id: string }
    | { __typename: 'Requester', id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Team', id: string }
    | (
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'UseIsUnread_TicketFragment': UseIsUnread_TicketFragment } }
    )
    | { __typename: 'TicketEvent', id: string }
    | { __typename: 'TriageSuggestion', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null> };

export type IncidentStrip_TicketFragment = { __typename: 'Ticket', id: string, number: number, incident: { __typename: 'Ticket', id: string, number: number, title: string } | null } & { ' $fragmentName'?: 'IncidentStrip_TicketFragment' };

export type IncidentTickets_TicketFragment = (
  { __typename: 'Ticket', id: string, number: number, status: TicketStatus, incidentTickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number, title: string, createdAt: string, status: TicketStatus }
        & { ' $fragmentRefs'?: { 'UseUpdateTickets_TicketFragment': UseUpdateTickets_TicketFragment } }
      ) }> } }
  & { ' $fragmentRefs'?: { 'UseUpdateTickets_TicketFragment': UseUpdateTickets_TicketFragment } }
) & { ' $fragmentName'?: 'IncidentTickets_TicketFragment' };

export type ProposedIncident_TicketFragment = { __typename: 'Ticket', id: string, incidentProposal: { __typename: 'IncidentProposal', isNew: boolean, minutes: number, incident: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, createdAt: string }, tickets: Array<{ __typename: 'Ticket', id: string, number: number }> } | null } & { ' $fragmentName'?: 'ProposedIncident_TicketFragment' };

export type SetIncidentMutationVariables = Exact<{
  input: SetIncidentInput;
}>;


export type SetIncidentMutation = { setIncident: { __typename: 'SetIncidentPayload', incident: (
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, tickets: Array<(
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    )>, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type MergePageQueryVariables = Exact<{
  number: number;
}>;


export type MergePageQuery = { ticket: { __typename: 'Ticket', id: string, requester: { __typename: 'Requester', id: string } | null, similarTickets: Array<{ __typename: 'SimilarTicket', ticket: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, requester: { __typename: 'Requester', id: string, displayName: string } | null } }> } | null };

export type MergeTargetQueryVariables = Exact<{
  number: number;
}>;


export type MergeTargetQuery = { ticket: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, requester: { __typename: 'Requester', id: string, displayName: string } | null } | null };

export type MergedStrip_TicketFragment = { __typename: 'Ticket', id: string, number: number, requester: { __typename: 'Requester', id: string, displayName: string } | null, mergedInto: { __typename: 'Ticket', id: string, number: number, requester: { __typename: 'Requester', id: string } | null } | null } & { ' $fragmentName'?: 'MergedStrip_TicketFragment' };

export type MergedTickets_TicketFragment = { __typename: 'Ticket', id: string, requester: { __typename: 'Requester', id: string } | null, mergedTickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: { __typename: 'Ticket', id: string, number: number, title: string, description: string, requester: { __typename: 'Requester', id: string, displayName: string } | null } }> } } & { ' $fragmentName'?: 'MergedTickets_TicketFragment' };

export type MergeTicketMutationVariables = Exact<{
  input: MergeTicketsInput;
}>;


export type MergeTicketMutation = { mergeTickets: { __typename: 'MergeTicketsPayload', ticket: (
      { __typename: 'Ticket', id: string, number: number }
      & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, mergedTickets: Array<(
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    )>, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type UnmergeTicketMutationVariables = Exact<{
  input: UnmergeTicketInput;
}>;


export type UnmergeTicketMutation = { unmergeTicket: { __typename: 'UnmergeTicketPayload', ticket: (
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, formerTarget: (
      { __typename: 'Ticket', id: string }
      & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SimilarPageQueryVariables = Exact<{
  number: number;
}>;


export type SimilarPageQuery = { ticket: (
    { __typename: 'Ticket', id: string, similarTickets: Array<{ __typename: 'SimilarTicket', commonWords: Array<string>, sameRequester: boolean, ticket: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, createdAt: string } }> }
    & { ' $fragmentRefs'?: { 'ProposedIncident_TicketFragment': ProposedIncident_TicketFragment } }
  ) | null };

export type DismissSimilarMutationVariables = Exact<{
  input: DismissSimilarInput;
}>;


export type DismissSimilarMutation = { dismissSimilar: { __typename: 'DismissSimilarPayload', ticket: { __typename: 'Ticket', id: string, similarTickets: Array<{ __typename: 'SimilarTicket', commonWords: Array<string>, sameRequester: boolean, ticket: { __typename: 'Ticket', id: string, number: number, title: string, status: TicketStatus, createdAt: string } }> } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SnoozeButton_TicketFragment = { __typename: 'Ticket', id: string, status: TicketStatus, isSnoozed: boolean } & { ' $fragmentName'?: 'SnoozeButton_TicketFragment' };

export type SnoozeStrip_TicketFragment = { __typename: 'Ticket', id: string, isSnoozed: boolean, snoozedUntil: string | null } & { ' $fragmentName'?: 'SnoozeStrip_TicketFragment' };

export type UseSnoozeTickets_TicketFragment = { __typename: 'Ticket', id: string, number: number, isSnoozed: boolean, snoozedUntil: string | null } & { ' $fragmentName'?: 'UseSnoozeTickets_TicketFragment' };

export type SnoozeTicketsMutationVariables = Exact<{
  input: UpdateTicketsInput;
}>;


export type SnoozeTicketsMutation = { updateTickets: { __typename: 'UpdateTicketsPayload', results: Array<{ __typename: 'UpdateTicketResult', id: string, ticket: (
        { __typename: 'Ticket', id: string, number: number, isSnoozed: boolean, snoozedUntil: string | null }
        & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'SnoozeStrip_TicketFragment': SnoozeStrip_TicketFragment;'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment } }
      ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> }>, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SuggestionCard_TicketFragment = { __typename: 'Ticket', id: string, suggestion: { __typename: 'TriageSuggestion', id: string, source: TriageSource, engine: string, version: string, latencyMs: number, rationale: string | null, quote: string | null, category: { __typename: 'CategorySuggestion', value: TicketCategory, confidence: number, belowThreshold: boolean, evidence: Array<string>, outcome: SuggestionOutcome }, priority: { __typename: 'PrioritySuggestion', value: TicketPriority, confidence: number, belowThreshold: boolean, evidence: Array<string>, outcome: SuggestionOutcome }, learnedFrom: Array<{ __typename: 'Ticket', id: string, number: number }> } | null } & { ' $fragmentName'?: 'SuggestionCard_TicketFragment' };

export type TicketActionBar_TicketFragment = { __typename: 'Ticket', id: string, status: TicketStatus } & { ' $fragmentName'?: 'TicketActionBar_TicketFragment' };

export type TicketAside_TicketFragment = { __typename: 'Ticket', id: string, number: number, status: TicketStatus, priority: TicketPriority, category: TicketCategory, createdAt: string, resolvedAt: string | null, assignee: { __typename: 'User', id: string, displayName: string } | null, team: { __typename: 'Team', id: string, name: string } | null } & { ' $fragmentName'?: 'TicketAside_TicketFragment' };

export type TicketBar_TicketFragment = (
  { __typename: 'Ticket', id: string, number: number, title: string, viewerSubscription: SubscriptionState | null }
  & { ' $fragmentRefs'?: { 'SnoozeButton_TicketFragment': SnoozeButton_TicketFragment } }
) & { ' $fragmentName'?: 'TicketBar_TicketFragment' };

export type TicketDetails_TicketFragment = (
  { __typename: 'Ticket', id: string, number: number, status: TicketStatus, suggestion: { __typename: 'TriageSuggestion', id: string, category: { __typename: 'CategorySuggestion', outcome: SuggestionOutcome }, priority: { __typename: 'PrioritySuggestion', outcome: SuggestionOutcome } } | null, incident: { __typename: 'Ticket', id: string } | null, incidentTickets: { __typename: 'TicketConnection', totalCount: number | null }, mergedInto: { __typename: 'Ticket', id: string } | null }
  & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment;'TicketBar_TicketFragment': TicketBar_TicketFragment;'SnoozeStrip_TicketFragment': SnoozeStrip_TicketFragment;'MergedStrip_TicketFragment': MergedStrip_TicketFragment;'MergedTickets_TicketFragment': MergedTickets_TicketFragment;'IncidentStrip_TicketFragment': IncidentStrip_TicketFragment;'IncidentTickets_TicketFragment': IncidentTickets_TicketFragment;'TicketHeading_TicketFragment': TicketHeading_TicketFragment;'TicketText_TicketFragment': TicketText_TicketFragment;'TicketEditor_TicketFragment': TicketEditor_TicketFragment;'TicketProperties_TicketFragment': TicketProperties_TicketFragment;'TicketAside_TicketFragment': TicketAside_TicketFragment;'TicketActionBar_TicketFragment': TicketActionBar_TicketFragment;'SuggestionCard_TicketFragment': SuggestionCard_TicketFragment;'Timeline_TicketFragment': Timeline_TicketFragment;'Composer_TicketFragment': Composer_TicketFragment;'PresenceLine_TicketFragment': PresenceLine_TicketFragment;'RequesterCard_TicketFragment': RequesterCard_TicketFragment } }
) & { ' $fragmentName'?: 'TicketDetails_TicketFragment' };

export type TicketEditor_TicketFragment = (
  { __typename: 'Ticket', id: string }
  & { ' $fragmentRefs'?: { 'UseUpdateTicket_TicketFragment': UseUpdateTicket_TicketFragment;'UseUpdateTicket_WordsFragment': UseUpdateTicket_WordsFragment } }
) & { ' $fragmentName'?: 'TicketEditor_TicketFragment' };

export type TicketHeading_TicketFragment = { __typename: 'Ticket', id: string, title: string, createdAt: string, updatedAt: string, version: number, requester: { __typename: 'Requester', id: string, displayName: string } | null } & { ' $fragmentName'?: 'TicketHeading_TicketFragment' };

export type TicketPageQueryVariables = Exact<{
  number: number;
}>;


export type TicketPageQuery = { ticket: (
    { __typename: 'Ticket', id: string, number: number, title: string, updatedAt: string }
    & { ' $fragmentRefs'?: { 'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
  ) | null };

export type EarlierTimelineQueryVariables = Exact<{
  number: number;
  before: string;
}>;


export type EarlierTimelineQuery = { ticket: { __typename: 'Ticket', id: string, timeline: { __typename: 'TimelineConnection', edges: Array<{ __typename: 'TimelineEdge', cursor: string, node:
          | (
            { __typename: 'InternalNote', id: string }
            & { ' $fragmentRefs'?: { 'NoteItem_NoteFragment': NoteItem_NoteFragment } }
          )
          | (
            { __typename: 'PublicReply', id: string }
            & { ' $fragmentRefs'?: { 'ReplyItem_ReplyFragment': ReplyItem_ReplyFragment } }
          )
          | (
            { __typename: 'TicketEvent', id: string }
            & { ' $fragmentRefs'?: { 'EventLine_EventFragment': EventLine_EventFragment } }
          )
         }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type TicketProperties_TicketFragment = { __typename: 'Ticket', id: string, number: number, status: TicketStatus, priority: TicketPriority, category: TicketCategory, assignee: { __typename: 'User', id: string, displayName: string } | null } & { ' $fragmentName'?: 'TicketProperties_TicketFragment' };

export type TicketText_TicketFragment = { __typename: 'Ticket', id: string, number: number, version: number, description: string, hasOriginal: boolean, attachments: { __typename: 'AttachmentConnection', edges: Array<{ __typename: 'AttachmentEdge', cursor: string, node: (
        { __typename: 'Attachment', id: string }
        & { ' $fragmentRefs'?: { 'FileList_AttachmentFragment': FileList_AttachmentFragment } }
      ) }> }, suggestion: { __typename: 'TriageSuggestion', id: string, quote: string | null, category: { __typename: 'CategorySuggestion', evidence: Array<string> }, priority: { __typename: 'PrioritySuggestion', evidence: Array<string> } } | null } & { ' $fragmentName'?: 'TicketText_TicketFragment' };

export type AcceptSuggestionMutationVariables = Exact<{
  input: ConfirmSuggestionInput;
}>;


export type AcceptSuggestionMutation = { confirmSuggestion: { __typename: 'ConfirmSuggestionPayload', ticket: (
      { __typename: 'Ticket' }
      & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'TicketDetails_TicketFragment': TicketDetails_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SuggestAgainMutationVariables = Exact<{
  input: SuggestTriageInput;
}>;


export type SuggestAgainMutation = { suggestTriage: { __typename: 'SuggestTriagePayload', suggestion: { __typename: 'TriageSuggestion', id: string, ticket: (
        { __typename: 'Ticket', id: string }
        & { ' $fragmentRefs'?: { 'SuggestionCard_TicketFragment': SuggestionCard_TicketFragment;'TicketText_TicketFragment': TicketText_TicketFragment } }
      ) | null } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView: { __typename: 'SaveViewPayload', view: { __typename: 'SavedView', id: string } | null, userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type DeleteViewMutationVariables = Exact<{
  input: DeleteViewInput;
}>;


export type DeleteViewMutation = { deleteView: { __typename: 'DeleteViewPayload', userErrors: Array<{ __typename: 'UserError', message: string }> } };

export type TriagePageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TriagePageQuery = { tickets: { __typename: 'TicketConnection', totalCount: number | null, edges: Array<{ __typename: 'TicketEdge', cursor: string, node: (
        { __typename: 'Ticket', id: string, number: number, priority: TicketPriority }
        & { ' $fragmentRefs'?: { 'UseTriageTicket_TicketFragment': UseTriageTicket_TicketFragment;'UseTriaged_TicketFragment': UseTriaged_TicketFragment;'TriageTicket_TicketFragment': TriageTicket_TicketFragment } }
      ) }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type TriageTicket_TicketFragment = (
  { __typename: 'Ticket', id: string, number: number, title: string, category: TicketCategory, priority: TicketPriority, createdAt: string, requester: { __typename: 'Requester', id: string, displayName: string } | null, suggestion: { __typename: 'TriageSuggestion', id: string, source: TriageSource, engine: string, version: string, rationale: string | null, category: { __typename: 'CategorySuggestion', value: TicketCategory, confidence: number, belowThreshold: boolean, evidence: Array<string> }, priority: { __typename: 'PrioritySuggestion', value: TicketPriority, confidence: number, belowThreshold: boolean, evidence: Array<string> }, learnedFrom: Array<{ __typename: 'Ticket', id: string, number: number }> } | null }
  & { ' $fragmentRefs'?: { 'TicketText_TicketFragment': TicketText_TicketFragment;'RequesterCard_TicketFragment': RequesterCard_TicketFragment } }
) & { ' $fragmentName'?: 'TriageTicket_TicketFragment' };

export type UseTriageTicket_TicketFragment = { __typename: 'Ticket', id: string, version: number } & { ' $fragmentName'?: 'UseTriageTicket_TicketFragment' };

export type TriageTicketMutationVariables = Exact<{
  input: TriageTicketInput;
}>;


export type TriageTicketMutation = { triageTicket: { __typename: 'TriageTicketPayload', undoToken: string | null, ticket: (
      { __typename: 'Ticket', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'TriageTicket_TicketFragment': TriageTicket_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> } };

export type UndoTriageMutationVariables = Exact<{
  input: UndoTriageInput;
}>;


export type UndoTriageMutation = { undoTriage: { __typename: 'UndoTriagePayload', ticket: (
      { __typename: 'Ticket', id: string, version: number }
      & { ' $fragmentRefs'?: { 'TicketRow_TicketFragment': TicketRow_TicketFragment;'TriageTicket_TicketFragment': TriageTicket_TicketFragment } }
    ) | null, userErrors: Array<{ __typename: 'UserError', code: UserErrorCode, message: string }> } };

export type UseTriaged_TicketFragment = { __typename: 'Ticket', id: string, title: string, suggestion: { __typename: 'TriageSuggestion', id: string, category: { __typename: 'CategorySuggestion', value: TicketCategory }, priority: { __typename: 'PrioritySuggestion', value: TicketPriority } } | null } & { ' $fragmentName'?: 'UseTriaged_TicketFragment' };

export { UseUpdateTicket_TicketFragmentDoc } from './documents/UseUpdateTicket_TicketFragmentDoc.js';
export { ManageRow_TicketFragmentDoc } from './documents/ManageRow_TicketFragmentDoc.js';
export { NotificationLine_NotificationFragmentDoc } from './documents/NotificationLine_NotificationFragmentDoc.js';
export { RequestComposer_RequestFragmentDoc } from './documents/RequestComposer_RequestFragmentDoc.js';
export { RequestMessageItem_MessageFragmentDoc } from './documents/RequestMessageItem_MessageFragmentDoc.js';
export { RequestSteps_RequestFragmentDoc } from './documents/RequestSteps_RequestFragmentDoc.js';
export { RequesterAddresses_RequesterFragmentDoc } from './documents/RequesterAddresses_RequesterFragmentDoc.js';
export { RequesterDetails_RequesterFragmentDoc } from './documents/RequesterDetails_RequesterFragmentDoc.js';
export { RequesterLine_RequesterFragmentDoc } from './documents/RequesterLine_RequesterFragmentDoc.js';
export { MailStrip_HealthFragmentDoc } from './documents/MailStrip_HealthFragmentDoc.js';
export { TriageState_TriageFragmentDoc } from './documents/TriageState_TriageFragmentDoc.js';
export { PaletteTicket_TicketFragmentDoc } from './documents/PaletteTicket_TicketFragmentDoc.js';
export { BacklogAge_StatsFragmentDoc } from './documents/BacklogAge_StatsFragmentDoc.js';
export { Breakdown_StatsFragmentDoc } from './documents/Breakdown_StatsFragmentDoc.js';
export { FirstResponse_StatsFragmentDoc } from './documents/FirstResponse_StatsFragmentDoc.js';
export { FlowChart_StatsFragmentDoc } from './documents/FlowChart_StatsFragmentDoc.js';
export { Headline_StatsFragmentDoc } from './documents/Headline_StatsFragmentDoc.js';
export { TicketLine_TicketFragmentDoc } from './documents/TicketLine_TicketFragmentDoc.js';
export { LongestWaiting_TicketsFragmentDoc } from './documents/LongestWaiting_TicketsFragmentDoc.js';
export { Period_StatsFragmentDoc } from './documents/Period_StatsFragmentDoc.js';
export { TriageAccuracy_ReportFragmentDoc } from './documents/TriageAccuracy_ReportFragmentDoc.js';
export { TriageReport_ReportFragmentDoc } from './documents/TriageReport_ReportFragmentDoc.js';
export { FirstResponses_StatsFragmentDoc } from './documents/FirstResponses_StatsFragmentDoc.js';
export { PeopleHeadline_StatsFragmentDoc } from './documents/PeopleHeadline_StatsFragmentDoc.js';
export { WorkTable_StatsFragmentDoc } from './documents/WorkTable_StatsFragmentDoc.js';
export { Classifiers_ClassifierFragmentDoc } from './documents/Classifiers_ClassifierFragmentDoc.js';
export { Corrections_CorrectionFragmentDoc } from './documents/Corrections_CorrectionFragmentDoc.js';
export { ReplayResults_ResultFragmentDoc } from './documents/ReplayResults_ResultFragmentDoc.js';
export { ReportGroups_GroupFragmentDoc } from './documents/ReportGroups_GroupFragmentDoc.js';
export { ReportTotal_GroupFragmentDoc } from './documents/ReportTotal_GroupFragmentDoc.js';
export { SuggestionCard_SuggestionFragmentDoc } from './documents/SuggestionCard_SuggestionFragmentDoc.js';
export { TicketRow_TicketFragmentDoc } from './documents/TicketRow_TicketFragmentDoc.js';
export { UseIsUnread_TicketFragmentDoc } from './documents/UseIsUnread_TicketFragmentDoc.js';
export { ProposedIncident_TicketFragmentDoc } from './documents/ProposedIncident_TicketFragmentDoc.js';
export { UseSnoozeTickets_TicketFragmentDoc } from './documents/UseSnoozeTickets_TicketFragmentDoc.js';
export { SnoozeButton_TicketFragmentDoc } from './documents/SnoozeButton_TicketFragmentDoc.js';
export { TicketBar_TicketFragmentDoc } from './documents/TicketBar_TicketFragmentDoc.js';
export { SnoozeStrip_TicketFragmentDoc } from './documents/SnoozeStrip_TicketFragmentDoc.js';
export { MergedStrip_TicketFragmentDoc } from './documents/MergedStrip_TicketFragmentDoc.js';
export { MergedTickets_TicketFragmentDoc } from './documents/MergedTickets_TicketFragmentDoc.js';
export { IncidentStrip_TicketFragmentDoc } from './documents/IncidentStrip_TicketFragmentDoc.js';
export { UseUpdateTickets_TicketFragmentDoc } from './documents/UseUpdateTickets_TicketFragmentDoc.js';
export { IncidentTickets_TicketFragmentDoc } from './documents/IncidentTickets_TicketFragmentDoc.js';
export { TicketHeading_TicketFragmentDoc } from './documents/TicketHeading_TicketFragmentDoc.js';
export { FileList_AttachmentFragmentDoc } from './documents/FileList_AttachmentFragmentDoc.js';
export { TicketText_TicketFragmentDoc } from './documents/TicketText_TicketFragmentDoc.js';
export { UseUpdateTicket_WordsFragmentDoc } from './documents/UseUpdateTicket_WordsFragmentDoc.js';
export { TicketEditor_TicketFragmentDoc } from './documents/TicketEditor_TicketFragmentDoc.js';
export { TicketProperties_TicketFragmentDoc } from './documents/TicketProperties_TicketFragmentDoc.js';
export { TicketAside_TicketFragmentDoc } from './documents/TicketAside_TicketFragmentDoc.js';
export { TicketActionBar_TicketFragmentDoc } from './documents/TicketActionBar_TicketFragmentDoc.js';
export { SuggestionCard_TicketFragmentDoc } from './documents/SuggestionCard_TicketFragmentDoc.js';
export { ReplyItem_ReplyFragmentDoc } from './documents/ReplyItem_ReplyFragmentDoc.js';
export { NoteItem_NoteFragmentDoc } from './documents/NoteItem_NoteFragmentDoc.js';
export { EventLine_EventFragmentDoc } from './documents/EventLine_EventFragmentDoc.js';
export { Timeline_TicketFragmentDoc } from './documents/Timeline_TicketFragmentDoc.js';
export { ReplyComposer_TicketFragmentDoc } from './documents/ReplyComposer_TicketFragmentDoc.js';
export { Composer_TicketFragmentDoc } from './documents/Composer_TicketFragmentDoc.js';
export { PresenceLine_TicketFragmentDoc } from './documents/PresenceLine_TicketFragmentDoc.js';
export { RequesterCard_TicketFragmentDoc } from './documents/RequesterCard_TicketFragmentDoc.js';
export { TicketDetails_TicketFragmentDoc } from './documents/TicketDetails_TicketFragmentDoc.js';
export { TriageTicket_TicketFragmentDoc } from './documents/TriageTicket_TicketFragmentDoc.js';
export { UseTriageTicket_TicketFragmentDoc } from './documents/UseTriageTicket_TicketFragmentDoc.js';
export { UseTriaged_TicketFragmentDoc } from './documents/UseTriaged_TicketFragmentDoc.js';
export { AddNoteDocument } from './documents/AddNoteDocument.js';
export { AddReplyDocument } from './documents/AddReplyDocument.js';
export { CancelReplyDocument } from './documents/CancelReplyDocument.js';
export { CannedRepliesDocument } from './documents/CannedRepliesDocument.js';
export { RenderCannedReplyDocument } from './documents/RenderCannedReplyDocument.js';
export { PresenceChangesDocument } from './documents/PresenceChangesDocument.js';
export { MentionablesDocument } from './documents/MentionablesDocument.js';
export { ReportPresenceDocument } from './documents/ReportPresenceDocument.js';
export { RetryReplyDocument } from './documents/RetryReplyDocument.js';
export { RotateRequestLinkDocument } from './documents/RotateRequestLinkDocument.js';
export { UpdateNoteDocument } from './documents/UpdateNoteDocument.js';
export { DescriptionPageDocument } from './documents/DescriptionPageDocument.js';
export { ManagePageDocument } from './documents/ManagePageDocument.js';
export { DeleteTicketsDocument } from './documents/DeleteTicketsDocument.js';
export { NotificationsPageDocument } from './documents/NotificationsPageDocument.js';
export { UnreadNotificationsDocument } from './documents/UnreadNotificationsDocument.js';
export { NotificationAddedDocument } from './documents/NotificationAddedDocument.js';
export { MarkNotificationsReadDocument } from './documents/MarkNotificationsReadDocument.js';
export { MarkSeenDocument } from './documents/MarkSeenDocument.js';
export { SetTicketSubscriptionDocument } from './documents/SetTicketSubscriptionDocument.js';
export { PersonNamePageDocument } from './documents/PersonNamePageDocument.js';
export { WhosePageDocument } from './documents/WhosePageDocument.js';
export { AssignTicketsDocument } from './documents/AssignTicketsDocument.js';
export { ClaimTicketDocument } from './documents/ClaimTicketDocument.js';
export { RequestPageDocument } from './documents/RequestPageDocument.js';
export { AddRequestMessageDocument } from './documents/AddRequestMessageDocument.js';
export { RequestChangesDocument } from './documents/RequestChangesDocument.js';
export { ResolveRequestDocument } from './documents/ResolveRequestDocument.js';
export { RequesterPageDocument } from './documents/RequesterPageDocument.js';
export { RequestersPageDocument } from './documents/RequestersPageDocument.js';
export { UpdateRequesterDocument } from './documents/UpdateRequesterDocument.js';
export { EraseRequesterDocument } from './documents/EraseRequesterDocument.js';
export { SessionPageDocument } from './documents/SessionPageDocument.js';
export { SetupPageDocument } from './documents/SetupPageDocument.js';
export { CreateApiTokenDocument } from './documents/CreateApiTokenDocument.js';
export { AccessPageDocument } from './documents/AccessPageDocument.js';
export { AuditPageDocument } from './documents/AuditPageDocument.js';
export { MailPageDocument } from './documents/MailPageDocument.js';
export { PeoplePageDocument } from './documents/PeoplePageDocument.js';
export { ProfilePageDocument } from './documents/ProfilePageDocument.js';
export { SamplesPageDocument } from './documents/SamplesPageDocument.js';
export { SecurityPageDocument } from './documents/SecurityPageDocument.js';
export { TeamsPageDocument } from './documents/TeamsPageDocument.js';
export { TokensPageDocument } from './documents/TokensPageDocument.js';
export { CannedRepliesPageDocument } from './documents/CannedRepliesPageDocument.js';
export { SaveCannedReplyDocument } from './documents/SaveCannedReplyDocument.js';
export { DeleteCannedReplyDocument } from './documents/DeleteCannedReplyDocument.js';
export { UpdateViewerDocument } from './documents/UpdateViewerDocument.js';
export { RevokeSessionsDocument } from './documents/RevokeSessionsDocument.js';
export { RevokeApiTokenDocument } from './documents/RevokeApiTokenDocument.js';
export { InviteUserDocument } from './documents/InviteUserDocument.js';
export { UpdateUserDocument } from './documents/UpdateUserDocument.js';
export { CreatePasswordResetDocument } from './documents/CreatePasswordResetDocument.js';
export { SaveTeamDocument } from './documents/SaveTeamDocument.js';
export { SetTeamMembersDocument } from './documents/SetTeamMembersDocument.js';
export { DeleteTeamDocument } from './documents/DeleteTeamDocument.js';
export { RetryInboundMailDocument } from './documents/RetryInboundMailDocument.js';
export { WebhooksPageDocument } from './documents/WebhooksPageDocument.js';
export { WebhookDeliveriesDocument } from './documents/WebhookDeliveriesDocument.js';
export { SaveWebhookDocument } from './documents/SaveWebhookDocument.js';
export { DeleteWebhookDocument } from './documents/DeleteWebhookDocument.js';
export { RedeliverWebhookDocument } from './documents/RedeliverWebhookDocument.js';
export { ShellPageDocument } from './documents/ShellPageDocument.js';
export { ShellViewsDocument } from './documents/ShellViewsDocument.js';
export { PalettePageDocument } from './documents/PalettePageDocument.js';
export { TicketChangesDocument } from './documents/TicketChangesDocument.js';
export { DashboardPageDocument } from './documents/DashboardPageDocument.js';
export { PeopleStatsPageDocument } from './documents/PeopleStatsPageDocument.js';
export { TriageReportPageDocument } from './documents/TriageReportPageDocument.js';
export { UseTriageClassifierDocument } from './documents/UseTriageClassifierDocument.js';
export { TriageReplayDocument } from './documents/TriageReplayDocument.js';
export { CreateTicketDocument } from './documents/CreateTicketDocument.js';
export { SuggestForDraftDocument } from './documents/SuggestForDraftDocument.js';
export { UpdateTicketsDocument } from './documents/UpdateTicketsDocument.js';
export { DeleteTicketDocument } from './documents/DeleteTicketDocument.js';
export { UpdateTicketDocument } from './documents/UpdateTicketDocument.js';
export { CountTicketsDocument } from './documents/CountTicketsDocument.js';
export { EmptyInboxPageDocument } from './documents/EmptyInboxPageDocument.js';
export { InboxPageDocument } from './documents/InboxPageDocument.js';
export { AddSampleTicketsDocument } from './documents/AddSampleTicketsDocument.js';
export { RemoveSampleTicketsDocument } from './documents/RemoveSampleTicketsDocument.js';
export { MarkTicketsReadDocument } from './documents/MarkTicketsReadDocument.js';
export { UnreadMarksDocument } from './documents/UnreadMarksDocument.js';
export { SetIncidentDocument } from './documents/SetIncidentDocument.js';
export { MergePageDocument } from './documents/MergePageDocument.js';
export { MergeTargetDocument } from './documents/MergeTargetDocument.js';
export { MergeTicketDocument } from './documents/MergeTicketDocument.js';
export { UnmergeTicketDocument } from './documents/UnmergeTicketDocument.js';
export { SimilarPageDocument } from './documents/SimilarPageDocument.js';
export { DismissSimilarDocument } from './documents/DismissSimilarDocument.js';
export { SnoozeTicketsDocument } from './documents/SnoozeTicketsDocument.js';
export { TicketPageDocument } from './documents/TicketPageDocument.js';
export { EarlierTimelineDocument } from './documents/EarlierTimelineDocument.js';
export { AcceptSuggestionDocument } from './documents/AcceptSuggestionDocument.js';
export { SuggestAgainDocument } from './documents/SuggestAgainDocument.js';
export { SaveViewDocument } from './documents/SaveViewDocument.js';
export { DeleteViewDocument } from './documents/DeleteViewDocument.js';
export { TriagePageDocument } from './documents/TriagePageDocument.js';
export { TriageTicketDocument } from './documents/TriageTicketDocument.js';
export { UndoTriageDocument } from './documents/UndoTriageDocument.js';