import { formatNumber } from '../time/time.js';

/** Whom closing the desk would shut out. */
export function NamelessCalls({ count }: { count: number }) {
  if (count === 0) return 'Nothing called REST without a name in the last 24 hours.';
  return (
    <strong className="font-medium text-strong">
      {`${count === 1 ? '1 request' : `${formatNumber(count)} requests`} came through REST without a name in the last 24 hours.`}
    </strong>
  );
}
