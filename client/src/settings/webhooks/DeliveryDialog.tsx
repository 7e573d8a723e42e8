import { Time } from '../../time/Time.js';
import { formatExact } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { Button } from '../../ui/controls/Button.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { ScrollRegion } from '../../ui/ScrollRegion.js';
import { outcomeOf } from './DeliveryLine.js';
import { useChangeWebhooks } from './useChangeWebhooks.js';
import type { ListedDelivery } from './WebhooksPage.js';
import { deliveryNames, webhookEventNames } from './webhookNames.js';

interface DeliveryDialogProps {
  delivery: ListedDelivery | null;
  /** Whether its webhook is told anything at the moment. */
  isOn: boolean;
  onClose: () => void;
}

const box =
  'max-h-40 overflow-auto rounded-2 border border-line bg-sunken p-2 font-mono text-12 whitespace-pre-wrap wrap-anywhere text-strong';

/** Exactly what was sent, and each try. */
export function DeliveryDialog({ delivery, isOn, onClose }: DeliveryDialogProps) {
  const { sendAgain } = useChangeWebhooks();
  const timeZone = useTimeZone();
  if (!delivery) return null;
  const { id, event, state, body, attempts, nextAttemptAt } = delivery;
  const send = async () => {
    const { fault } = await sendAgain(id);
    showToast(fault ?? 'It is sent again', { tone: fault ? 'danger' : 'plain' });
  };
  return (
    <Dialog
      title={webhookEventNames[event]}
      description={
        <>
          {deliveryNames[state]}
          {state === 'WAITING' && nextAttemptAt && ` · next try ${formatExact(nextAttemptAt, timeZone)}`}
        </>
      }
      open
      onOpenChange={onClose}
      className="overflow-y-auto"
    >
      <h3 className="mt-4 mb-1 font-medium">What is sent</h3>
      <Box label="What is sent" text={body} />
      <h3 className="mt-4 mb-1 font-medium">Tries</h3>
      {attempts.length === 0 && <p className="text-meta">None yet.</p>}
      <ol className="flex flex-col gap-3">
        {attempts.map((attempt) => (
          <li key={attempt.at}>
            <p className="mb-1 wrap-anywhere">
              {`${outcomeOf(attempt)} · ${attempt.milliseconds} ms · `}
              <Time instant={attempt.at} className="text-meta" />
            </p>
            {attempt.statusCode !== null && attempt.answer && <Box label="The answer" text={attempt.answer} />}
          </li>
        ))}
      </ol>
      {!isOn && <p className="mt-4 text-meta">The webhook is off. Switch it on to send again.</p>}
      <div className="mt-5 flex justify-end gap-2">
        <Button size="lg" onClick={onClose}>
          Close
        </Button>
        <Button tone="primary" size="lg" disabled={!isOn} onClick={() => void send()}>
          Send again
        </Button>
      </div>
    </Dialog>
  );
}

function Box({ label, text }: { label: string; text: string }) {
  return (
    <ScrollRegion label={label} className={box}>
      {text}
    </ScrollRegion>
  );
}
