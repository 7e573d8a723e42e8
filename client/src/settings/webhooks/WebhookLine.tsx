import { Check, CircleOff, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/controls/Button.js';
import { Tag } from '../../ui/feedback/Tag.js';
import { Line } from '../SettingsSection.js';
import type { ListedWebhook } from './WebhooksPage.js';
import { webhookEventNames } from './webhookNames.js';

interface WebhookLineProps {
  webhook: ListedWebhook;
  onEdit: () => void;
  onSwitch: () => void;
  onDelete: () => void;
}

/** One program: where it is, what it is told of, whether it is told, and why not. */
export function WebhookLine({ webhook, onEdit, onSwitch, onDelete }: WebhookLineProps) {
  const { url, events, enabled, disabledReason, createdBy } = webhook;
  const told = events.map((event) => webhookEventNames[event]).join(', ');
  return (
    <Line
      title={url}
      hint={
        <>
          {`${told} · made by ${createdBy.displayName}`}
          {disabledReason && (
            <span className="mt-1 flex items-start gap-1.5 text-body">
              <TriangleAlert size={14} strokeWidth={1.5} className="mt-px flex-none" aria-hidden />
              {`Switched off by itself. ${disabledReason}`}
            </span>
          )}
        </>
      }
    >
      <Tag icon={enabled ? Check : CircleOff}>{enabled ? 'on' : 'off'}</Tag>
      <Button size="sm" aria-label={`${enabled ? 'Switch off' : 'Switch on'} ${url}`} onClick={onSwitch}>
        {enabled ? 'Switch off' : 'Switch on'}
      </Button>
      <Button size="sm" aria-label={`Edit ${url}`} onClick={onEdit}>
        Edit
      </Button>
      <Button size="sm" tone="danger" aria-label={`Delete ${url}`} onClick={onDelete}>
        Delete
      </Button>
    </Line>
  );
}
