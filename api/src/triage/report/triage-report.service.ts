/**
 * Counts triage's report card in the database, over all suggestions that a ticket was created with or that people decided
 * about: how often they were kept, confirmed and overridden, which values were taken for which, and whether
 * confidence means what it says.
 */
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '../../caller.js';
import { read } from '../../database/reads/standby.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { SuggestionOutcome } from '../../tickets/write/triage-port.js';
import { SuggestionResult } from './suggestion-result.js';
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
  constructor(private readonly dataSource: DataSource) {}

  async outcomes(_caller: Caller): Promise<TriageOutcomeCount[]> {
    const counted = (outcome: SuggestionOutcome) => `count(*) filter (where result.outcome = '${outcome}')::int`;
    const rows = await this.results<OutcomeRow>((query) =>
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

  confusion(_caller: Caller): Promise<TriageConfusionCell[]> {
    const final = "case result.field when 'category' then ticket.category::text else ticket.priority::text end";
    return this.results((query) =>
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
  async calibration(_caller: Caller): Promise<TriageCalibrationBucket[]> {
    const rows = await this.results<BucketRow>((query) =>
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

  private results<Row extends object>(
    ask: (query: SelectQueryBuilder<SuggestionResult>) => SelectQueryBuilder<SuggestionResult>,
  ): Promise<Row[]> {
    return read(this.dataSource, (runner) =>
      ask(this.dataSource.createQueryBuilder(SuggestionResult, 'result', runner)).getRawMany<Row>(),
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
