/** Nobody answers what they have not read: where the other side wrote since, nothing is sent. */
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { InvalidInputError, StaleConversationError } from '../../errors.js';
import { mayReadNotes } from '../authors.js';
import { placeOf } from '../timeline/timeline.service.js';
import { repliesByKey } from './reply-reads.js';

/** An entry of the timeline, by its type and key. */
export type Seen = { readonly type: 'PublicReply' | 'InternalNote' | 'TicketEvent'; readonly key: string };

const mostNew = 100;

/** How far the writer has read, in the order of the whole desk's trail; null where nothing is compared. @throws InvalidInputError */
export async function placeSeen(
  manager: EntityManager,
  caller: Caller,
  ticketNumber: number,
  seen: Seen | null,
): Promise<number | null> {
  if (seen === null) return null;
  const isKnowable = seen.type !== 'InternalNote' || mayReadNotes(caller);
  const place = isKnowable ? await placeOf(manager, ticketNumber, seen.type, seen.key) : null;
  if (place === null) throw unknownItem();
  return place;
}

/** The ticket is held, so that nothing can be said between this and the reply. @throws StaleConversationError */
export async function refuseSaidSince(
  manager: EntityManager,
  caller: Caller,
  ticketNumber: number,
  place: number | null,
): Promise<void> {
  if (place === null) return;
  const rows = await manager.query<{ key: string; fromOutside: boolean }[]>(
    `select event.reply_id as key, reply.direction = 'from_requester' as "fromOutside"
     from ticket_event as event join reply on reply.id = event.reply_id
     where event.ticket_number in (select conversation_tickets($1)) and event.id > $2 and event.type = 'replied' order by event.id limit $3`,
    [ticketNumber, place, mostNew],
  );
  if (!rows.some(({ fromOutside }) => fromOutside)) return;
  const replies = await repliesByKey(
    caller,
    manager,
    rows.map(({ key }) => key),
  );
  const said = rows.flatMap(({ key }) => replies.get(key) ?? []);
  throw new StaleConversationError(
    'The requester has written since. Read it, then send again.',
    ['lastSeenItemId'],
    said,
  );
}

export function unknownItem(): InvalidInputError {
  const message = 'There is no such entry on this ticket.';
  return new InvalidInputError([{ path: ['lastSeenItemId'], code: 'invalid', message }]);
}
