import { formatNumber } from '../../time/time.js';

/** Rows of a file by their line, and what is wrong with them. */
export function RejectsTable({ rejects }: { rejects: readonly { line: number; reason: string }[] }) {
  return (
    <table className="w-full text-12">
      <thead className="text-left text-11 text-meta">
        <tr>
          <th className="w-16 font-normal">Line</th>
          <th className="font-normal">Reason</th>
        </tr>
      </thead>
      <tbody>
        {rejects.map(({ line, reason }) => (
          <tr key={line} className="border-t border-hair align-top">
            <td className="digits py-1 text-meta">{formatNumber(line)}</td>
            <td className="py-1 wrap-anywhere" dir="auto">
              {reason}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
