/**
 * Counts triage's report card in the database, over all suggestions that a ticket was created with or that people decided
 * about: how often they were kept, confirmed and overridden, which values were taken for which, and whether
 * confidence means what it says.
 */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { readQuery } from '../../database/reads/standby.js';
import type { TriageCalibrationBucket, TriageConfusionCell, TriageOutcomeCount } from './triage-report.js';

/** One row per suggestion and field. */
const DECIDED = `
  decided as (
    select one.*, source, version, ticket_number
    from triage_suggestion
    cross join lateral (values
      ('category', category::text, category_confidence, category_below_threshold, category_outcome),
      ('priority', priority::text, priority_confidence, priority_below_threshold, priority_outcome)
    ) as one (field, suggested, confidence, below_threshold, outcome)
    where ticket_number is not null and one.outcome <> 'pending'
  )`;

const OUTCOMES = `
  with ${DECIDED}, counted as (
    select field, source, version, count(*)::int as suggested,
      count(*) filter (where outcome = 'kept')::int as kept,
      count(*) filter (where outcome = 'confirmed')::int as confirmed,
      count(*) filter (where outcome = 'overridden')::int as overridden,
      count(*) filter (where outcome in ('confirmed', 'overridden'))::int as reviewed
    from decided group by field, source, version
  )
  select *, kept::float / suggested as "keptRate", confirmed::float / suggested as "confirmedRate",
    overridden::float / suggested as "overriddenRate", confirmed::float / nullif(reviewed, 0) as accuracy
  from counted order by field, source, version`;

const CONFUSION = `
  with ${DECIDED}
  select field, suggested, final, count(*)::int as count
  from decided
  join ticket on ticket.number = ticket_number
  cross join lateral (select case field when 'category' then category::text else priority::text end as final) as now
  where outcome <> 'kept'
  group by field, suggested, final order by field, suggested, final`;

const CALIBRATION = `
  with ${DECIDED}
  select fields.field, (bucket - 1) / 10.0::float as from, bucket / 10.0::float as to, count(outcome)::int as count,
    avg(confidence)::float as "meanConfidence",
    avg((outcome = 'confirmed')::int)::float as accepted
  from (values ('category'), ('priority')) as fields (field)
  cross join generate_series(1, 10) as bucket
  left join decided on decided.field = fields.field and outcome <> 'kept' and not below_threshold
    and least(width_bucket(confidence::float, 0, 1, 10), 10) = bucket
  group by fields.field, bucket order by fields.field, bucket`;

export class TriageReportService {
  constructor(private readonly dataSource: DataSource) {}

  outcomes(_caller: Caller): Promise<TriageOutcomeCount[]> {
    return readQuery(this.dataSource, OUTCOMES);
  }

  confusion(_caller: Caller): Promise<TriageConfusionCell[]> {
    return readQuery(this.dataSource, CONFUSION);
  }

  calibration(_caller: Caller): Promise<TriageCalibrationBucket[]> {
    return readQuery(this.dataSource, CALIBRATION);
  }
}
