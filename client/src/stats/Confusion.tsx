import { formatNumber } from '../time/time.js';
import { cx } from '../ui/cx.js';

interface ConfusionProps<V extends string> {
  cells: readonly { suggested: string; final: string; count: number }[];
  values: readonly V[];
  names: Record<V, string>;
}

const heat = ['bg-heat-0', 'bg-heat-1', 'bg-heat-2', 'bg-heat-3', 'bg-heat-4'] as const;

/** Suggested in rows, final in columns: what triage got right lies on the diagonal. One hue, five steps, the number in every cell. */
export function Confusion<V extends string>({ cells, values, names }: ConfusionProps<V>) {
  if (cells.length === 0) return <p className="text-meta">No suggestion has been reviewed yet.</p>;
  const countOf = (suggested: V, final: V) =>
    cells.find((cell) => cell.suggested.toUpperCase() === suggested && cell.final.toUpperCase() === final)?.count ?? 0;
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return (
    <table className="w-full table-fixed border-separate border-spacing-0.5 text-12">
      <caption className="sr-only">What triage suggested, by row, and what the ticket became, by column</caption>
      <thead className="text-11 text-meta">
        <tr>
          <td className="w-18" />
          {values.map((final) => (
            <th key={final} className="cut font-normal">
              {names[final]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map((suggested) => (
          <tr key={suggested}>
            <th scope="row" className="text-left font-normal text-body">
              {names[suggested]}
            </th>
            {values.map((final) => {
              const count = countOf(suggested, final);
              const step = count === 0 ? 0 : 1 + Math.min(3, Math.floor((count / most) * 4));
              return (
                <td
                  key={final}
                  className={cx(
                    'digits h-7 rounded-1 text-center',
                    heat[step],
                    count === 0 ? 'text-meta' : 'text-heat-text',
                  )}
                >
                  {formatNumber(count)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
