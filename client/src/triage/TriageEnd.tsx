import { Link } from 'react-router';
import { unfinishedQuery } from '../tickets/views/views.js';
import { countTickets } from '../tickets/vocabulary.js';
import { formatSpan } from '../time/time.js';
import { Button, buttonClass } from '../ui/controls/Button.js';
import type { Decided, DecisionKind } from './queue.js';

interface TriageEndProps {
  decided: readonly Decided[];
  /** How many were passed over. */
  skipped: number;
  tookMs: number;
  isSignedIn: boolean;
  onSkipped: () => void;
}

const kinds = {
  accepted: 'as suggested',
  overridden: 'overridden',
  assigned: 'assigned',
  snoozed: 'snoozed',
  merged: 'merged',
  spam: 'spam',
} satisfies Record<DecisionKind, string>;

const MINUTE = 60_000;

/** The calm end: what was done, and where to go. */
export function TriageEnd({ decided, skipped, tookMs, isSignedIn, onSkipped }: TriageEndProps) {
  const counts = (Object.keys(kinds) as DecisionKind[])
    .map((kind) => ({ kind, count: decided.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className="m-auto max-w-[420px] p-6 text-center">
      <h2 className="text-20 font-semibold tracking-[var(--track-title)]">
        {decided.length > 0 ? 'That was all' : 'Nothing to triage'}
      </h2>
      <p className="mt-1 text-14 text-body">
        {decided.length > 0
          ? `${countTickets(decided.length)} in ${tookMs < MINUTE ? 'less than a minute' : formatSpan(tookMs)}.`
          : 'Somebody has looked at every ticket. New ones appear here by themselves.'}
      </p>
      {counts.length > 0 && (
        <dl className="mt-5 grid grid-cols-[1fr_1fr] gap-x-5 gap-y-1 text-body">
          {counts.map(({ kind, count }) => (
            <div key={kind} className="contents">
              <dt className="text-right">{kinds[kind]}</dt>
              <dd className="digits text-left font-semibold text-strong">{count}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-6 flex flex-wrap justify-center gap-2 max-rail:[&>*]:h-11">
        {skipped > 0 && (
          <Button size="lg" keys="k" onClick={onSkipped}>
            {`Back to ${skipped === 1 ? 'the one' : `the ${skipped}`} skipped`}
          </Button>
        )}
        <Link
          className={buttonClass({ tone: 'primary', size: 'lg' })}
          to={isSignedIn ? `/?assignee=me&${unfinishedQuery}` : '/'}
        >
          {isSignedIn ? 'Your tickets' : 'Inbox'}
        </Link>
        {isSignedIn && (
          <Link className={buttonClass({ size: 'lg' })} to={`/?assignee=none&${unfinishedQuery}`}>
            Unassigned
          </Link>
        )}
      </div>
    </div>
  );
}
