/** Messages, notes and events in one list, by their rows in the trail. Who may not read notes does not learn of them. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { KeysetBounds, Position } from '../../database/keyset.js';
import type { TicketEvent } from '../../trail/event.entity.js';
import type { EventService } from '../../trail/event.service.js';
import type { TimelineItem } from '../../trail/timeline-item.js';
import { mayReadNotes } from '../authors.js';
import { notesByKey } from '../notes/note-reads.js';
import { repliesByKey } from '../replies/reply-reads.js';
import { type Placed, TimelineKind } from './timeline.js';

/** Which entries of one ticket; null: of every kind. */
export type Excerpt = { readonly ticketNumber: number; readonly kinds: readonly TimelineKind[] | null };
export type Stretch = Excerpt & { readonly bounds: KeysetBounds };

type Row = { index: number; id: string; reply: string | null; note: string | null };

const typesOf = {
  [TimelineKind.REPLY]: ['replied'],
  [TimelineKind.NOTE]: ['noted'],
  [TimelineKind.EVENT]: ['created', 'changed'],
} satisfies Record<TimelineKind, string[]>;

/** Of a reply that was taken back only the trail knows; where a ticket was merged to, the entry of the one that goes on tells. */
const isThere = `(event.reply_id is null or exists (select from reply where reply.id = event.reply_id))
  and (event.ticket_number = asked.number or event.field is distinct from 'merged_into')`;

/** Entries stand where they were written; one timeline shows those of a ticket and of what was merged into it. */
const members = 'conversation_tickets(asked.number) as member (number)';

export class TimelineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventService,
  ) {}

  /** In the order asked for. What the tickets of one page ask for is alike and costs a few statements. */
  async stretches(caller: Caller, asked: readonly Stretch[]): Promise<Placed[][]> {
    const found = new Map<Stretch, Placed[]>();
    const groups = Map.groupBy(asked, ({ bounds, kinds }) => JSON.stringify([bounds.reverse, bounds.limit, kinds]));
    for (const group of groups.values()) {
      const placed = await this.alike(caller, group);
      for (const [index, stretch] of group.entries()) found.set(stretch, placed[index] ?? []);
    }
    return asked.map((stretch) => found.get(stretch) ?? []);
  }

  /** How many entries each of these has. */
  async counts(caller: Caller, asked: readonly Excerpt[]): Promise<number[]> {
    const found = new Map<Excerpt, number>();
    for (const group of Map.groupBy(asked, ({ kinds }) => JSON.stringify(kinds)).values()) {
      const rows = await this.dataSource.query<{ number: number; count: number }[]>(
        `select asked.number, count(*)::int as count from unnest($1::integer[]) as asked (number)
         cross join lateral ${members}
         join ticket_event as event on event.ticket_number = member.number
         where type = any($2::ticket_event_type[]) and ${isThere}
         group by asked.number`,
        [[...new Set(group.map(({ ticketNumber }) => ticketNumber))], typesFor(caller, group[0]?.kinds ?? null)],
      );
      const counts = new Map(rows.map(({ number, count }) => [number, count]));
      for (const excerpt of group) found.set(excerpt, counts.get(excerpt.ticketNumber) ?? 0);
    }
    return asked.map((excerpt) => found.get(excerpt) ?? 0);
  }

  /** The ticket's own number and those that were merged into it: of whom its timeline tells. */
  async membersOf(_caller: Caller, ticketNumber: number): Promise<ReadonlySet<number>> {
    const rows = await this.dataSource.query<{ number: number }[]>('select conversation_tickets($1) as number', [
      ticketNumber,
    ]);
    return new Set(rows.map(({ number }) => number));
  }

  /** Where these words stand. */
  async positionOf(_caller: Caller, item: TimelineItem): Promise<Position> {
    const type = item.constructor.name as 'PublicReply' | 'InternalNote';
    return { sort: null, number: (await placeOf(this.dataSource.manager, item.ticketNumber, type, item.nodeKey)) ?? 0 };
  }

  /** Stretches of one length, direction and choice of kinds, each an index range. */
  private async alike(caller: Caller, asked: readonly Stretch[]): Promise<Placed[][]> {
    const { kinds = null, bounds } = asked[0] ?? { bounds: { reverse: false, limit: 0 } };
    const order = bounds.reverse ? 'desc' : 'asc';
    const rows = await this.dataSource.query<Row[]>(
      `select (asked.ordinality - 1)::int as index, event.id, event.reply_id as reply, event.note_id as note
       from unnest($1::integer[], $2::bigint[], $3::bigint[]) with ordinality as asked (number, after, before)
       cross join lateral (
         select event.* from ${members} cross join lateral (
           select id, reply_id, note_id from ticket_event as event
           where ticket_number = member.number
             and id > coalesce(asked.after, 0) and id < coalesce(asked.before, 9223372036854775807)
             and type = any($5::ticket_event_type[]) and ${isThere}
           order by id ${order} limit $4
         ) as event
         order by id ${order} limit $4
       ) as event
       order by asked.ordinality, event.id ${order}`,
      [
        asked.map(({ ticketNumber }) => ticketNumber),
        asked.map((stretch) => stretch.bounds.after?.number ?? null),
        asked.map((stretch) => stretch.bounds.before?.number ?? null),
        bounds.limit,
        typesFor(caller, kinds),
      ],
    );
    const itemOf = await this.items(caller, rows);
    const byIndex = Map.groupBy(rows, ({ index }) => index);
    return asked.map((_, index) =>
      (byIndex.get(index) ?? []).flatMap((row) => {
        const item = itemOf(row);
        return item ? [{ item, place: Number(row.id) }] : [];
      }),
    );
  }

  private async items(caller: Caller, rows: readonly Row[]): Promise<(row: Row) => TimelineItem | undefined> {
    const [replies, notes, events] = await Promise.all([
      repliesByKey(
        caller,
        this.dataSource,
        rows.flatMap(({ reply }) => reply ?? []),
      ),
      notesByKey(
        caller,
        this.dataSource,
        rows.flatMap(({ note }) => note ?? []),
      ),
      this.eventsByKey(
        caller,
        rows.flatMap(({ id, reply, note }) => ((reply ?? note) === null ? [id] : [])),
      ),
    ]);
    return ({ id, reply, note }) => {
      if (reply !== null) return replies.get(reply);
      return note === null ? events.get(id) : notes.get(note);
    };
  }

  private async eventsByKey(caller: Caller, keys: readonly string[]): Promise<Map<string, TicketEvent>> {
    const events = keys.length > 0 ? await this.events.getMany(caller, keys) : [];
    return new Map(events.map((event) => [event.key, event]));
  }
}

function typesFor(caller: Caller, kinds: readonly TimelineKind[] | null): string[] {
  const wanted = kinds ?? Object.values(TimelineKind);
  return [...new Set(wanted)]
    .filter((kind) => kind !== TimelineKind.NOTE || mayReadNotes(caller))
    .flatMap((kind) => typesOf[kind]);
}

/** Where words stand in the trail of this ticket, or null where they do not. */
export async function placeOf(
  manager: EntityManager,
  ticketNumber: number,
  type: 'PublicReply' | 'InternalNote' | 'TicketEvent',
  key: string,
): Promise<number | null> {
  const is = {
    PublicReply: `reply_id = $2 and type = 'replied'`,
    InternalNote: `note_id = $2 and type = 'noted'`,
    TicketEvent: 'id = $2',
  }[type];
  const [row] = await manager.query<{ id: string }[]>(
    `select id from ticket_event where ticket_number in (select conversation_tickets($1)) and ${is}`,
    [ticketNumber, key],
  );
  return row ? Number(row.id) : null;
}
