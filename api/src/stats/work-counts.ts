/** What each person, or each team, has to do and has done in a span of time. Three ranges of indexes, never the whole table. */
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { read } from '../database/reads/standby.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { hoursToResolve, minutesToRespond, standsForItself, within } from './span.js';

export type Whom = 'assignee' | 'team';

export type WorkCount = {
  /** Null: what is nobody's. */
  readonly key: number | null;
  readonly unfinished: number;
  readonly waitingForTeam: number;
  readonly waitingSince: Date | null;
  readonly medianMinutesToFirstResponse: number | null;
  readonly resolved: number;
  readonly medianHoursToResolve: number | null;
};

type Work = Omit<WorkCount, 'key'>;

type Open = Pick<Work, 'unfinished' | 'waitingForTeam' | 'waitingSince'>;

const nothing: Work = {
  unfinished: 0,
  waitingForTeam: 0,
  waitingSince: null,
  medianMinutesToFirstResponse: null,
  resolved: 0,
  medianHoursToResolve: null,
};

/** The most unfinished first; what is nobody's comes last. */
export async function workCounts(dataSource: DataSource, whom: Whom, from: string, to: string): Promise<WorkCount[]> {
  const perKey = <Counts>(choose: (query: SelectQueryBuilder<Ticket>) => SelectQueryBuilder<Ticket>) =>
    read(dataSource, (runner) =>
      choose(dataSource.createQueryBuilder(Ticket, 'ticket', runner))
        .addSelect(`ticket.${whom}Key`, 'key')
        .groupBy(`ticket.${whom}Key`)
        .getRawMany<Counts & { key: number | null }>(),
    );
  const [unfinished, resolved, answered] = await Promise.all([
    perKey<Open>((query) =>
      query
        .select('count(*)::int', 'unfinished')
        .addSelect('count(ticket.waitingSince)::int', 'waitingForTeam')
        .addSelect('min(ticket.waitingSince)', 'waitingSince')
        .where(`ticket.resolvedAt is null and ${standsForItself()}`),
    ),
    perKey<Pick<Work, 'resolved' | 'medianHoursToResolve'>>((query) =>
      query
        .select('count(*)::int', 'resolved')
        .addSelect(`percentile_cont(0.5) within group (order by ${hoursToResolve})`, 'medianHoursToResolve')
        .where(within('ticket.resolvedAt'), { from, to })
        .andWhere(standsForItself()),
    ),
    perKey<Pick<Work, 'medianMinutesToFirstResponse'>>((query) =>
      query
        .select(
          `percentile_cont(0.5) within group (order by ${minutesToRespond('ticket')})`,
          'medianMinutesToFirstResponse',
        )
        .where(within('ticket.firstResponseAt'), { from, to })
        .andWhere(standsForItself()),
    ),
  ]);
  const byKey = new Map<number | null, WorkCount>();
  for (const row of [...unfinished, ...resolved, ...answered])
    byKey.set(row.key, { ...nothing, ...byKey.get(row.key), ...row });
  return [...byKey.values()].sort(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) || b.unfinished - a.unfinished || (a.key ?? 0) - (b.key ?? 0),
  );
}
