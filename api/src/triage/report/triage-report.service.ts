/**
 * Counts triage's report card in the database, over all suggestions that a ticket was created with or that people decided
 * about: how often they were kept, confirmed and overridden, which values were taken for which, whether confidence means
 * what it says, and what all that is like in each language, category, source and version.
 */
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../caller.js';
import { read } from '../../database/reads/standby.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { SuggestionOutcome } from '../../tickets/write/triage-port.js';
import type { ClassifierService } from '../learning/classifier.service.js';
import { TriageSuggestion } from '../suggestions/suggestion.entity.js';
import { correctionsOf } from './corrections.js';
import { figuresOf, type GroupRow, groupedBy, groupOf } from './group-report.js';
import { replayReviewed } from './replay-reviewed.js';
import type { TriageCorrection, TriageReportGroup, TriageReportGrouping } from './report-groups.js';
import { type ReportPeriod, within } from './report-period.js';
import { SuggestionResult } from './suggestion-result.js';
import type { TriageReplay } from './triage-replay.js';
import {
  type TriageCalibrationBucket,
  type TriageConfusionCell,
  TriageField,
  type TriageOutcomeCount,
} from './triage-report.js';

type OutcomeRow = Pick<
  TriageOutcomeCount,
  'field' | 'source' | 'version' | 'suggested' | 'kept' | 'confirmed' | 'overridden'
>;
type BucketRow = Pick<TriageCalibrationBucket, 'field' | 'count' | 'meanConfidence' | 'accepted'> & { bucket: number };

const buckets = 10;

export class TriageReportService {
  /** By the number of days; who asks for the same meanwhile waits for the same answer. */
  readonly #replays = new Map<ReportPeriod['days'], Promise<TriageReplay>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly classifiers: ClassifierService,
  ) {}

  async outcomes(_caller: Caller, period: ReportPeriod): Promise<TriageOutcomeCount[]> {
    const counted = (outcome: SuggestionOutcome) => `count(*) filter (where result.outcome = '${outcome}')::int`;
    const rows = await this.results<OutcomeRow>(period, (query) =>
      query
        .select('result.field', 'field')
        .addSelect('result.source', 'source')
        .addSelect('result.version', 'version')
        .addSelect('count(*)::int', 'suggested')
        .addSelect(counted(SuggestionOutcome.KEPT), 'kept')
        .addSelect(counted(SuggestionOutcome.CONFIRMED), 'confirmed')
        .addSelect(counted(SuggestionOutcome.OVERRIDDEN), 'overridden')
        .groupBy('result.field')
        .addGroupBy('result.source')
        .addGroupBy('result.version')
        .orderBy('result.field')
        .addOrderBy('result.source')
        .addOrderBy('result.version'),
    );
    return rows.map(withRates);
  }

  confusion(_caller: Caller, period: ReportPeriod): Promise<TriageConfusionCell[]> {
    const final = "case result.field when 'category' then ticket.category::text else ticket.priority::text end";
    return this.results(period, (query) =>
      query
        .innerJoin(Ticket, 'ticket', 'ticket.number = result.ticketNumber')
        .select('result.field', 'field')
        .addSelect('result.suggested', 'suggested')
        .addSelect(final, 'final')
        .addSelect('count(*)::int', 'count')
        .where('result.outcome <> :kept', { kept: SuggestionOutcome.KEPT })
        .groupBy('result.field')
        .addGroupBy('result.suggested')
        .addGroupBy('final')
        .orderBy('result.field')
        .addOrderBy('result.suggested')
        .addOrderBy('final'),
    );
  }

  /** Ranges without any are there too. */
  async calibration(_caller: Caller, period: ReportPeriod): Promise<TriageCalibrationBucket[]> {
    const rows = await this.results<BucketRow>(period, (query) =>
      query
        .select('result.field', 'field')
        .addSelect(`least(width_bucket(result.confidence::float, 0, 1, ${buckets}), ${buckets})`, 'bucket')
        .addSelect('count(*)::int', 'count')
        .addSelect('avg(result.confidence)::float', 'meanConfidence')
        .addSelect(`avg((result.outcome = '${SuggestionOutcome.CONFIRMED}')::int)::float`, 'accepted')
        .where('result.outcome <> :kept', { kept: SuggestionOutcome.KEPT })
        .andWhere('not result.belowThreshold')
        .groupBy('result.field')
        .addGroupBy('bucket'),
    );
    const known = new Map(rows.map((row) => [`${row.field} ${row.bucket}`, row]));
    return Object.values(TriageField).flatMap((field) =>
      Array.from({ length: buckets }, (_, index) => {
        const { count = 0, meanConfidence = null, accepted = null } = known.get(`${field} ${index + 1}`) ?? {};
        return { field, from: index / buckets, to: (index + 1) / buckets, count, meanConfidence, accepted };
      }),
    );
  }

  async total(_caller: Caller, period: ReportPeriod): Promise<TriageReportGroup> {
    const [row] = await this.suggestions((query) => within(figuresOf(query), 'suggestion', period));
    return groupOf(row as GroupRow);
  }

  /** The largest first. */
  async groups(_caller: Caller, period: ReportPeriod, grouping: TriageReportGrouping): Promise<TriageReportGroup[]> {
    const rows = await this.suggestions((query) => within(groupedBy(query, grouping), 'suggestion', period));
    return rows.map(groupOf);
  }

  /** What people changed to what, the most frequent first. */
  corrections(_caller: Caller, period: ReportPeriod, first: number): Promise<TriageCorrection[]> {
    return read(this.dataSource, (runner) => correctionsOf(this.dataSource.createEntityManager(runner), period, first));
  }

  /** Takes about a millisecond a ticket. */
  replay(caller: Caller, period: ReportPeriod): Promise<TriageReplay> {
    const replay =
      this.#replays.get(period.days) ??
      this.classifiers
        .compared(caller)
        .then((compared) => replayReviewed(this.dataSource, period, compared))
        .finally(() => this.#replays.delete(period.days));
    this.#replays.set(period.days, replay);
    return replay;
  }

  private results<Row extends object>(
    period: ReportPeriod,
    ask: (query: SelectQueryBuilder<SuggestionResult>) => SelectQueryBuilder<SuggestionResult>,
  ): Promise<Row[]> {
    return read(this.dataSource, (runner) => {
      const asked = ask(this.dataSource.createQueryBuilder(SuggestionResult, 'result', runner));
      return within(asked, 'result', period).getRawMany<Row>();
    });
  }

  private suggestions(
    ask: (query: SelectQueryBuilder<TriageSuggestion>) => SelectQueryBuilder<TriageSuggestion>,
  ): Promise<GroupRow[]> {
    return read(this.dataSource, (runner) =>
      ask(this.dataSource.createQueryBuilder(TriageSuggestion, 'suggestion', runner)).getRawMany<GroupRow>(),
    );
  }
}

function withRates(row: OutcomeRow): TriageOutcomeCount {
  const { suggested, kept, confirmed, overridden } = row;
  const reviewed = confirmed + overridden;
  return {
    ...row,
    reviewed,
    accuracy: reviewed === 0 ? null : confirmed / reviewed,
    keptRate: kept / suggested,
    confirmedRate: confirmed / suggested,
    overriddenRate: overridden / suggested,
  };
}
