/** Words with a past of their own: brought in with the times at which they were said, in a transaction that is signed. */
import type { EntityManager } from 'typeorm';

export type PastWords = {
  readonly ticketNumber: number;
  readonly from: 'team' | 'requester' | 'note';
  readonly body: string;
  /** In milliseconds. */
  readonly at: number;
  /** Null for words of the team. */
  readonly requesterKey: number | null;
};

/** The trail tells them in the order given, which must be that of their times on each ticket. */
export async function insertPastWords(manager: EntityManager, words: readonly PastWords[]): Promise<void> {
  // Two tables and one order: what is said between two notes is written between them.
  const groups = new Map<number, PastWords[]>();
  const places = new Map<number, { place: number; isNote: boolean }>();
  for (const one of words) {
    const isNote = one.from === 'note';
    const last = places.get(one.ticketNumber) ?? { place: isNote ? 0 : 1, isNote };
    const place = last.isNote === isNote ? last.place : last.place + 1;
    places.set(one.ticketNumber, { place, isNote });
    groups.set(place, [...(groups.get(place) ?? []), one]);
  }
  for (const [place, group] of [...groups].sort(([one], [other]) => one - other)) {
    await manager.query(place % 2 === 0 ? notes : replies, [JSON.stringify(group)]);
  }
}

const rows = `jsonb_to_recordset($1::jsonb) as said ("ticketNumber" integer, "from" text, body text, at float8, "requesterKey" integer)`;

const notes = `insert into note (ticket_number, body, created_at)
  select "ticketNumber", body, to_timestamp(at / 1000) from ${rows}`;

const replies = `insert into reply (ticket_number, direction, channel, body, requester_id, actor, actor_kind, account_id, created_at)
  select "ticketNumber", ('from_' || "from")::reply_direction, 'web', body, "requesterKey",
    case when "from" = 'team' then ticket_event_actor() end,
    case when "from" = 'team' then trail_actor_kind() else 'requester' end,
    case when "from" = 'team' then nullif(current_setting('relaydesk.account', true), '')::integer end,
    to_timestamp(at / 1000)
  from ${rows}`;
