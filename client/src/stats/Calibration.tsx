import type { TriageAccuracy_ReportFragment } from '../gql/graphql.js';
import { formatNumber, formatPercent } from '../time/time.js';

type Bucket = TriageAccuracy_ReportFragment['calibration'][number];

/** How often people agreed with triage when it was so and so sure. Well calibrated, the two columns agree. */
export function Calibration({ buckets }: { buckets: readonly Bucket[] }) {
  const used = buckets.filter(({ count }) => count > 0);
  if (used.length === 0) return <p className="text-meta">No suggestion has been reviewed yet.</p>;
  const rate = (value: number | null | undefined) => (value == null ? '–' : formatPercent(value));
  return (
    <table className="w-full text-12 [&_td]:h-6 [&_td]:text-right [&_thead_th]:text-right [&_thead_th]:font-normal">
      <thead className="text-11 text-meta">
        <tr>
          <th className="text-left!">Field, confidence</th>
          <th>Of</th>
          <th>Mean</th>
          <th>Accepted</th>
        </tr>
      </thead>
      <tbody className="digits [&>tr]:border-t [&>tr]:border-hair">
        {used.map((bucket) => (
          <tr key={bucket.field + bucket.from}>
            <th scope="row" className="text-left font-normal">
              {bucket.field === 'CATEGORY' ? 'Category' : 'Priority'}, {formatPercent(bucket.from)}–
              {formatPercent(bucket.to)}
            </th>
            <td>{formatNumber(bucket.count)}</td>
            <td>{rate(bucket.meanConfidence)}</td>
            <td>{rate(bucket.accepted)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
