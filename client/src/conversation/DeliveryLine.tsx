import { Check, Clock, RotateCw, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReplyItem_ReplyFragment } from '../gql/graphql.js';
import { Moment } from '../time/Moment.js';
import { Button } from '../ui/controls/Button.js';
import { useCancelReply } from './useCancelReply.js';
import { useRetryReply } from './useRetryReply.js';
import { useSecondsUntil } from './useSecondsUntil.js';

type Delivery = ReplyItem_ReplyFragment['deliveries'][number];

/** What a person should know first, where a reply goes to several addresses. */
const urgency = ['FAILED', 'BOUNCED', 'NOT_MAILED', 'QUEUED', 'HELD', 'SENT'] satisfies Delivery['state'][];

const icons = {
  FAILED: TriangleAlert,
  BOUNCED: TriangleAlert,
  NOT_MAILED: TriangleAlert,
  QUEUED: Clock,
  HELD: Clock,
  SENT: Check,
} satisfies Record<Delivery['state'], typeof Check>;

/** How a reply fares: it can still be taken back, it is on its way, or what stood in its way. */
export function DeliveryLine({ reply }: { reply: ReplyItem_ReplyFragment }) {
  const cancel = useCancelReply();
  const { retry, isRetrying } = useRetryReply();
  const seconds = useSecondsUntil(reply.cancelableUntil ?? null);
  if (seconds > 0) {
    return (
      <p className="mt-2 flex items-center gap-2 text-12 text-meta">
        <span aria-hidden>{`Sending in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`}</span>
        <Button size="sm" onClick={() => void cancel(reply)}>
          <Undo2 size={14} strokeWidth={1.5} aria-hidden />
          Undo
        </Button>
      </p>
    );
  }
  const [delivery] = reply.deliveries.toSorted((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state));
  if (!delivery) return null;
  const Icon = icons[delivery.state];
  const isLost = delivery.state === 'FAILED' || delivery.state === 'BOUNCED';
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-2 gap-y-1 text-12 text-meta">
      <p className="flex items-start gap-1.5">
        <Icon size={14} strokeWidth={1.5} className="mt-px flex-none" aria-hidden />
        <span className="wrap-anywhere">
          <Words delivery={delivery} />
        </span>
      </p>
      {isLost && (
        <Button size="sm" disabled={isRetrying} onClick={() => void retry(reply.id)}>
          <RotateCw size={14} strokeWidth={1.5} aria-hidden />
          Send again
        </Button>
      )}
    </div>
  );
}

function Words({ delivery: { address, state, reason, nextAttemptAt } }: { delivery: Delivery }) {
  if (state === 'SENT') return `Sent to ${address}`;
  if (state === 'NOT_MAILED') return reason ?? 'Not sent by e-mail.';
  if (state === 'FAILED') return `Not sent to ${address}. ${reason ?? ''}`;
  if (state === 'BOUNCED') return `It came back from ${address}. ${reason ?? ''}`;
  if (!reason) return `Sending to ${address}`;
  return (
    <>
      {`Not sent to ${address} yet. ${reason}`}
      {nextAttemptAt && (
        <>
          {' Next try: '}
          <Moment instant={nextAttemptAt} />
        </>
      )}
    </>
  );
}
