import { gql } from '../apollo/gql.js';
import type { TriageReport_ReportFragment } from '../gql/graphql.js';
import { inboxPath } from '../tickets/filters/ticketFilters.js';
import { formatNumber } from '../time/time.js';
import { Panel } from '../ui/feedback/Panel.js';
import { CsvButton } from './CsvButton.js';
import { share } from './change.js';

gql`
  fragment TriageReport_report on TriageReport {
    outcomes {
      field
      source
      version
      suggested
      kept
      confirmed
      overridden
    }
  }
`;

type Outcome = TriageReport_ReportFragment['outcomes'][number];

/** Shorter than elsewhere: the column is narrow and the heading says what they are. */
const sourceNames = {
  MODEL: 'model',
  CACHE: 'model, cached',
  LOCAL: 'local',
  DEFAULT: 'default',
} satisfies Record<Outcome['source'], string>;

const fieldNames = { CATEGORY: 'Category', PRIORITY: 'Priority' } satisfies Record<Outcome['field'], string>;

/** What became of what triage suggested, by field and source: confirmed and overridden are shares of what people have reviewed. Versions of one source count together. */
export function TriageReport({ report }: { report: TriageReport_ReportFragment }) {
  const rows = mergeVersions(report.outcomes);
  return (
    <Panel
      title="Triage report"
      to={inboxPath({ outcome: ['KEPT', 'CONFIRMED', 'OVERRIDDEN'] })}
      aside={
        <>
          <span className="text-meta">suggestions, all time</span>
          <CsvButton
            name="Triage report"
            columns={['Field', 'Source', 'Suggested', 'Not reviewed', 'Confirmed', 'Overridden']}
            rows={() =>
              rows.map(({ field, source, suggested, kept, confirmed, overridden }) => [
                fieldNames[field],
                sourceNames[source],
                suggested,
                kept,
                confirmed,
                overridden,
              ])
            }
          />
        </>
      }
    >
      {rows.length === 0 ? (
        <p className="text-meta">Once triage has made suggestions, this shows how often people accept them.</p>
      ) : (
        <table className="w-full text-12 [&_td]:h-7 [&_td]:text-right [&_thead_th]:pb-1 [&_thead_th]:text-right [&_thead_th]:font-normal">
          <thead className="text-11 text-meta">
            <tr>
              <th className="text-left!">Field, source</th>
              <th className="max-rail:hidden">Suggested</th>
              <th>Not reviewed</th>
              <th>Confirmed</th>
              <th>Overridden</th>
            </tr>
          </thead>
          <tbody className="digits [&>tr]:border-t [&>tr]:border-hair">
            {rows.map((row) => (
              <tr key={row.field + row.source}>
                <th scope="row" className="py-1 text-left font-normal">
                  {fieldNames[row.field]}, {sourceNames[row.source]}
                  <small className="block text-11 text-meta rail:hidden">of {formatNumber(row.suggested)}</small>
                </th>
                <td className="max-rail:hidden">{formatNumber(row.suggested)}</td>
                <Rated part={row.kept} whole={row.suggested} />
                <Rated part={row.confirmed} whole={row.confirmed + row.overridden} />
                <Rated part={row.overridden} whole={row.confirmed + row.overridden} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Rated({ part, whole }: { part: number; whole: number }) {
  return (
    <td className="whitespace-nowrap">
      {formatNumber(part)}
      <small className="inline-block w-9 text-11 text-meta">{share(part, whole)}</small>
    </td>
  );
}

function mergeVersions(outcomes: readonly Outcome[]): Outcome[] {
  const merged = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const key = outcome.field + outcome.source;
    const sum = merged.get(key);
    merged.set(
      key,
      sum
        ? {
            ...sum,
            suggested: sum.suggested + outcome.suggested,
            kept: sum.kept + outcome.kept,
            confirmed: sum.confirmed + outcome.confirmed,
            overridden: sum.overridden + outcome.overridden,
          }
        : outcome,
    );
  }
  return [...merged.values()];
}
