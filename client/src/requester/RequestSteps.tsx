import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check, Circle } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { RequestSteps_RequestFragmentDoc, type TicketStatus } from '../gql/graphql.js';
import { StatusGlyph } from '../tickets/glyphs.js';
import { formatDate, formatMoment } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { cx } from '../ui/cx.js';

gql`
  fragment RequestSteps_request on Request {
    status
    finishedAt
    reopensUntil
    onReply
  }
`;

const steps = [
  { status: 'OPEN', name: 'Received' },
  { status: 'IN_PROGRESS', name: 'In progress' },
  { status: 'RESOLVED', name: 'Resolved' },
] as const satisfies readonly { status: TicketStatus; name: string }[];

const reached = { OPEN: 0, IN_PROGRESS: 1, RESOLVED: 2, CLOSED: 2 } satisfies Record<TicketStatus, number>;

/** How far the request is: received, in progress, resolved; and what an answer does once it is. */
export function RequestSteps({
  request: reference,
}: {
  request: FragmentType<typeof RequestSteps_RequestFragmentDoc>;
}) {
  const { data: request, complete } = useFragment({ fragment: RequestSteps_RequestFragmentDoc, from: reference });
  const timeZone = useTimeZone();
  if (!complete) return null;
  const at = reached[request.status];
  const { finishedAt, reopensUntil, onReply } = request;
  return (
    <>
      <ol aria-label="Progress" className="mt-5 grid grid-cols-3 gap-1">
        {steps.map(({ status, name }, index) => (
          <li
            key={status}
            aria-current={index === at ? 'step' : undefined}
            className={cx(
              'flex items-center gap-1.5 border-t-2 pt-2 text-12',
              index <= at ? 'border-inverse' : 'border-line',
              index === at ? 'font-semibold text-strong' : 'text-meta',
            )}
          >
            {index < at && <Check size={16} strokeWidth={1.5} aria-hidden />}
            {index === at && <StatusGlyph status={status} />}
            {index > at && <Circle size={16} strokeWidth={1.5} aria-hidden />}
            <span>{name}</span>
          </li>
        ))}
      </ol>
      {finishedAt && reopensUntil && (
        <p className="mt-2 text-13 text-pretty text-body" role="status">
          {`Resolved ${formatMoment(finishedAt, timeZone)}. `}
          {onReply === 'BEGINS_NEW'
            ? 'Your answer starts a new request.'
            : `If it is not, reply by ${formatDate(reopensUntil, timeZone)} to reopen this request. After that, a reply starts a new one.`}
        </p>
      )}
    </>
  );
}
