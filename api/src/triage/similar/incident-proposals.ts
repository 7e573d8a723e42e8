/**
 * Many tickets like one, from several people within minutes, are proposed as one incident; what is like the tickets of an
 * incident that goes on is proposed for that. Nothing is put together unless a person says so.
 */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { mostOfIncident } from '../../tickets/write/incidents.js';
import { leastScore, type Similar } from './similar.service.js';

export type ProposedIncident = {
  readonly incident: number;
  readonly isNew: boolean;
  /** What would become part of it, oldest first. */
  readonly tickets: readonly number[];
  readonly minutes: number;
};

type Row = {
  readonly number: number;
  /** When it came in, in seconds. */
  readonly seconds: number;
  readonly requesterKey: number | null;
  /** The unfinished incident that it is, or is part of. */
  readonly incident: number | null;
  /** How many are part of that incident. */
  readonly parts: number;
};

/** An outage is told of at once. */
export const incidentMinutes = 20;
/** Fewer are told of the same by chance. */
export const leastPeople = 5;

export class IncidentProposals {
  constructor(private readonly dataSource: DataSource) {}

  /** @param alike What was found to be like the ticket. */
  async of(_caller: Caller, number: number, alike: readonly Similar[]): Promise<ProposedIncident | null> {
    const likely = alike.filter(({ score }) => score >= leastScore).map((similar) => similar.number);
    if (likely.length === 0) return null;
    const rows = await this.unfinished([number, ...likely]);
    const own = rows.find((row) => row.number === number);
    if (!own || (own.incident !== null && own.incident !== number)) return null;
    const near = rows.filter((row) => row.incident === null && isNear(row, own));
    const incident = own.incident ?? mostFrequent(rows);
    if (incident !== null) {
      const parts = rows.find((row) => row.incident === incident)?.parts ?? 0;
      return proposal({ incident, isNew: false, room: mostOfIncident - parts }, near);
    }
    const first = near[0]?.number ?? number;
    return peopleOf(near) < leastPeople ? null : proposal({ incident: first, isNew: true, room: mostOfIncident }, near);
  }

  /** Oldest first; not those whose incident is over. */
  private unfinished(numbers: readonly number[]): Promise<Row[]> {
    return this.dataSource.query<Row[]>(
      `select other.number, extract(epoch from other.created_at)::float8 as seconds,
          other.requester_id as "requesterKey", incident.number as incident,
          (select count(*)::integer from ticket as part where part.incident = incident.number) as parts
       from ticket as other left join ticket as incident on incident.number = coalesce(other.incident,
         case when exists (select from ticket as part where part.incident = other.number) then other.number end)
       where other.number = any($1::integer[]) and other.merged_into is null and other.resolved_at is null
         and incident.resolved_at is null
       order by other.created_at, other.number`,
      [numbers],
    );
  }
}

const isNear = (one: Row, other: Row) => Math.abs(one.seconds - other.seconds) <= incidentMinutes * 60;

type Goal = Pick<ProposedIncident, 'incident' | 'isNew'> & { readonly room: number };

/** Null where nothing is left to be put into it, or it is full. */
function proposal({ incident, isNew, room }: Goal, near: readonly Row[]): ProposedIncident | null {
  const tickets = near.filter(({ number }) => number !== incident).slice(0, Math.max(0, room));
  const [first, last] = [near[0], near.at(-1)];
  if (!first || !last || tickets.length === 0) return null;
  const minutes = Math.max(1, Math.ceil((last.seconds - first.seconds) / 60));
  return { incident, isNew, tickets: tickets.map(({ number }) => number), minutes };
}

/** Who is not known is somebody else each time. */
function peopleOf(rows: readonly Row[]): number {
  return new Set(rows.map(({ requesterKey, number }) => requesterKey ?? `ticket ${number}`)).size;
}

function mostFrequent(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const { incident } of rows) if (incident !== null) counts.set(incident, (counts.get(incident) ?? 0) + 1);
  const [most] = [...counts].sort(([one, a], [other, b]) => b - a || other - one);
  return most?.[0] ?? null;
}
