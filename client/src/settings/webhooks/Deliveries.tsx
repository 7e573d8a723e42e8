import { useState } from 'react';
import type { WebhookDeliveryState } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { Select } from '../../ui/controls/Select.js';
import { NameFilter } from '../NameFilter.js';
import { Lines } from '../SettingsSection.js';
import { DeliveryDialog } from './DeliveryDialog.js';
import { DeliveryLine } from './DeliveryLine.js';
import type { ListedDelivery } from './WebhooksPage.js';
import { deliveryNames } from './webhookNames.js';

export interface DeliveriesShown {
  webhookId: string;
  state: WebhookDeliveryState | null;
}

interface DeliveriesProps {
  webhooks: readonly { id: string; url: string; enabled: boolean }[];
  shown: DeliveriesShown;
  onChoose: (shown: DeliveriesShown) => void;
  /** Null until they are known. */
  deliveries: readonly ListedDelivery[] | null;
  /** Null where there are none. */
  onOlder: (() => void) | null;
}

/** What one program was told, and what it answered. */
export function Deliveries({ webhooks, shown, onChoose, deliveries, onOlder }: DeliveriesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const { webhookId, state } = shown;
  return (
    <>
      <div className="mt-6 mb-3 flex flex-wrap items-center gap-2">
        <h3 className="grow text-14 font-semibold">What was told</h3>
        <Select
          aria-label="Whom"
          className="w-auto! max-w-full min-w-0"
          value={webhookId}
          onChange={(event) => onChoose({ webhookId: event.target.value, state })}
        >
          {webhooks.map((each) => (
            <option key={each.id} value={each.id}>
              {each.url}
            </option>
          ))}
        </Select>
        <NameFilter
          label="What became of it"
          names={deliveryNames}
          value={state}
          onChange={(to) => onChoose({ webhookId, state: to })}
        />
      </div>
      {deliveries?.length === 0 && <p className="text-meta">Nothing of that kind in the last 30 days.</p>}
      {deliveries && deliveries.length > 0 && (
        <Lines label="What was told">
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.id} delivery={delivery} onShow={() => setOpen(delivery.id)} />
          ))}
        </Lines>
      )}
      {onOlder && (
        <Button className="mt-3" onClick={onOlder}>
          Show older
        </Button>
      )}
      <DeliveryDialog
        delivery={deliveries?.find((delivery) => delivery.id === open) ?? null}
        isOn={webhooks.some(({ id, enabled }) => id === webhookId && enabled)}
        onClose={() => setOpen(null)}
      />
    </>
  );
}
