import { Check, Clock, TriangleAlert } from 'lucide-react';
import { Time } from '../../time/Time.js';
import { Button } from '../../ui/controls/Button.js';
import { Tag } from '../../ui/feedback/Tag.js';
import { Line } from '../SettingsSection.js';
import type { ListedDelivery } from './WebhooksPage.js';
import { deliveryNames, webhookEventNames } from './webhookNames.js';

const icons = { WAITING: Clock, DELIVERED: Check, FAILED: TriangleAlert } as const;

/** One telling: of what, what became of it, and how its last try ended. */
export function DeliveryLine({ delivery, onShow }: { delivery: ListedDelivery; onShow: () => void }) {
  const { event, state, attempts, createdAt } = delivery;
  const name = webhookEventNames[event];
  const last = attempts.at(-1);
  const tries = attempts.length === 1 ? '1 try' : `${attempts.length} tries`;
  return (
    <Line title={name} hint={last ? `${tries} · ${outcomeOf(last)}` : 'Not sent yet'}>
      <Time instant={createdAt} className="text-12 text-meta" />
      <Tag icon={icons[state]}>{deliveryNames[state].toLowerCase()}</Tag>
      <Button size="sm" aria-label={`Show: ${name}, ${deliveryNames[state].toLowerCase()}`} onClick={onShow}>
        Show
      </Button>
    </Line>
  );
}

/** How a try ended, in a few words. */
export function outcomeOf({ statusCode, answer }: ListedDelivery['attempts'][number]): string {
  return statusCode === null ? (answer ?? 'No answer') : `Answer ${statusCode}`;
}
