/** What entries of the trail say to programs: ids and names of fields, no words. One message for one ticket and transaction. */
import { encodeGlobalId } from '../relay/global-id.js';
import type { TrailEntry } from '../trail/change-pages.js';
import { WebhookEvent } from './webhook.js';

export type Telling = {
  readonly event: WebhookEvent;
  readonly ticketNumber: number;
  readonly replyKey: string | null;
  /** Exactly what is sent. */
  readonly body: string;
};

export function tellingsOf(entries: readonly TrailEntry[]): Telling[] {
  const places = Map.groupBy(entries, ({ transaction, ticketNumber }) => `${transaction} ${ticketNumber}`);
  return [...places.values()].flatMap(ofOnePlace);
}

/** Of what was made and deleted at once, the end alone is told; the values that a ticket begins with are no changes. */
function ofOnePlace(entries: readonly TrailEntry[]): Telling[] {
  const of = (type: string) => entries.filter((entry) => entry.type === type);
  const [created] = of('created');
  const [deleted] = of('deleted');
  if (deleted) return [telling(WebhookEvent.TICKET_DELETED, deleted)];
  const merged = of('changed').filter(({ field, to }) => field === 'merged_into' && to !== null);
  const changed = of('changed').filter((entry) => !merged.includes(entry));
  const [first] = changed;
  const fields = [...new Set(changed.flatMap(({ field }) => field ?? []))];
  return [
    ...(created ? [telling(WebhookEvent.TICKET_CREATED, created)] : []),
    ...(first && !created ? [telling(WebhookEvent.TICKET_UPDATED, first, { changed: fields })] : []),
    ...merged.map((entry) => telling(WebhookEvent.TICKET_MERGED, entry, { into: ticketOf(Number(entry.to)) })),
    ...of('replied').map((entry) =>
      telling(entry.to === 'from_requester' ? WebhookEvent.REPLY_RECEIVED : WebhookEvent.REPLY_SENT, entry, {
        reply: { id: encodeGlobalId('PublicReply', entry.replyKey ?? '') },
      }),
    ),
    ...of('noted').map((entry) =>
      telling(WebhookEvent.NOTE_ADDED, entry, { note: { id: encodeGlobalId('InternalNote', entry.noteKey ?? '') } }),
    ),
  ];
}

function telling(event: WebhookEvent, { at, ticketNumber, replyKey }: TrailEntry, more: object = {}): Telling {
  const data = { ticket: ticketOf(ticketNumber), ...more };
  const body = JSON.stringify({ type: event, timestamp: at, data });
  return { event, ticketNumber, replyKey, body };
}

const ticketOf = (number: number) => ({ id: encodeGlobalId('Ticket', number), number });
