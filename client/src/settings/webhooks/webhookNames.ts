import type { WebhookDeliveryState, WebhookEvent } from '../../gql/graphql.js';

/** What a program can be told of, in words. */
export const webhookEventNames = {
  TICKET_CREATED: 'Ticket submitted',
  TICKET_UPDATED: 'Ticket changed',
  TICKET_DELETED: 'Ticket deleted',
  TICKET_MERGED: 'Ticket merged',
  REPLY_RECEIVED: 'Requester replied',
  REPLY_SENT: 'Team replied',
  NOTE_ADDED: 'Note written',
} as const satisfies Record<WebhookEvent, string>;

/** What became of a telling, in words. */
export const deliveryNames = {
  WAITING: 'Waits',
  DELIVERED: 'Delivered',
  FAILED: 'Failed',
} as const satisfies Record<WebhookDeliveryState, string>;
