import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { type Page, type PageRequest, readPage } from '../database/keyset.js';
import { inTransaction } from '../database/transaction.js';
import { ForbiddenError, NotFoundError, WrongStateError } from '../errors.js';
import type { Signer } from '../files/file-addresses.js';
import { AuditEventType } from '../identity/audit/audit-event.js';
import { recordAudit } from '../identity/audit/audit-trail.js';
import { whereWeAre } from '../trail/change-pages.js';
import type { Webhook, WebhookDelivery } from './webhook.js';
import {
  countDeliveries,
  countWebhooks,
  type DeliveryFilter,
  deliveryPosition,
  deliveryRows,
  oneDelivery,
  oneWebhook,
  webhookPosition,
  webhookRows,
} from './webhook-rows.js';
import { takeWebhook, type WebhookInput } from './webhook-rules.js';
import { newNonce, secretOf } from './webhook-signature.js';

/** Each is read and told by itself, so that many would cost every change. */
const mostWebhooks = 20;

export type WebhookServiceParts = {
  readonly signer: Signer;
  readonly allowPrivate: boolean;
  /** There may be something to send. */
  readonly ring: () => void;
};

/** What administrators do with webhooks. */
export class WebhookService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly parts: WebhookServiceParts,
  ) {}

  page(_caller: Caller, request: PageRequest): Promise<Page<Webhook>> {
    return readPage({ positionOf: webhookPosition, rows: (bounds) => webhookRows(this.dataSource, bounds) }, request);
  }

  count(_caller: Caller): Promise<number> {
    return countWebhooks(this.dataSource);
  }

  async get({ access }: Caller, key: number): Promise<Webhook | null> {
    return access === 'ADMIN' ? oneWebhook(this.dataSource, key) : null;
  }

  deliveries(_caller: Caller, filter: DeliveryFilter, request: PageRequest): Promise<Page<WebhookDelivery>> {
    const rows = (bounds: Parameters<typeof deliveryRows>[2]) => deliveryRows(this.dataSource, filter, bounds);
    return readPage({ positionOf: deliveryPosition, rows }, request);
  }

  countDeliveries(_caller: Caller, filter: DeliveryFilter): Promise<number> {
    return countDeliveries(this.dataSource, filter);
  }

  async delivery({ access }: Caller, key: string): Promise<WebhookDelivery | null> {
    return access === 'ADMIN' ? oneDelivery(this.dataSource, key) : null;
  }

  /** Makes one, or changes the one that `key` names. @throws InvalidInputError, NotFoundError, ForbiddenError, WrongStateError */
  async save(
    caller: Caller,
    key: number | null,
    input: WebhookInput,
  ): Promise<{ readonly webhook: Webhook; readonly secret: string | null }> {
    const saved = await inTransaction(this.dataSource, (manager) =>
      key === null ? this.make(manager, caller, input) : this.change(manager, caller, key, input),
    );
    this.parts.ring();
    return saved;
  }

  async delete(caller: Caller, key: number): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const { url } = await held(manager, key);
      await manager.query('delete from webhook where id = $1', [key]);
      await audit(manager, caller, url, 'Deleted.');
    });
  }

  /** Sends again what failed or was delivered, and what waits without waiting longer. @throws NotFoundError, WrongStateError */
  async redeliver({ access }: Caller, key: string): Promise<WebhookDelivery> {
    if (access !== 'ADMIN') throw unknownDelivery();
    const delivery = await inTransaction(this.dataSource, async (manager) => {
      const known = await oneDelivery(manager, key);
      if (!known) throw unknownDelivery();
      const { enabled } = await held(manager, known.webhookKey);
      if (!enabled) throw new WrongStateError('The webhook is off. Switch it on to send again.', ['deliveryId']);
      await manager.query(
        `update webhook_delivery set state = 'waiting', tries = 0, next_attempt_at = now() where id = $1`,
        [key],
      );
      return oneDelivery(manager, key);
    });
    if (!delivery) throw unknownDelivery();
    this.parts.ring();
    return delivery;
  }

  private async make(manager: EntityManager, caller: Caller, input: WebhookInput) {
    if (caller.accountId == null) throw new ForbiddenError('Only people make webhooks.');
    const includeNotes = input.includeNotes ?? false;
    const url = takeWebhook(input, includeNotes, this.parts.allowPrivate);
    // Two who count at once would both find room.
    await manager.query('lock table webhook in share row exclusive mode');
    if ((await countWebhooks(manager)) >= mostWebhooks) {
      throw new WrongStateError(
        `There are ${mostWebhooks} webhooks, as many as a desk can have. Delete one first.`,
        [],
      );
    }
    const nonce = newNonce();
    const { epoch, now } = await whereWeAre(manager, null);
    const [row] = await manager.query<{ key: number }[]>(
      `insert into webhook (url, events, include_notes, enabled, nonce, epoch, place, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id as key`,
      [
        url,
        [...new Set(input.events)],
        includeNotes,
        input.enabled ?? true,
        nonce,
        epoch,
        JSON.stringify({ from: now, within: null }),
        caller.accountId,
      ],
    );
    await audit(manager, caller, url, 'Made.');
    return { webhook: await held(manager, row?.key ?? 0), secret: secretOf(this.parts.signer, nonce) };
  }

  private async change(manager: EntityManager, caller: Caller, key: number, input: WebhookInput) {
    const known = await held(manager, key);
    const includeNotes = input.includeNotes ?? known.includeNotes;
    const url = takeWebhook(input, includeNotes, this.parts.allowPrivate);
    const enabled = input.enabled ?? known.enabled;
    await manager.query(
      `update webhook set url = $2, events = $3, include_notes = $4, enabled = $5,
         disabled_reason = case when $5 or enabled then null else disabled_reason end where id = $1`,
      [key, url, [...new Set(input.events)], includeNotes, enabled],
    );
    if (enabled && !known.enabled) {
      const { epoch, now } = await whereWeAre(manager, null);
      const place = JSON.stringify({ from: now, within: null });
      await manager.query('update webhook set epoch = $2, place = $3 where id = $1', [key, epoch, place]);
    }
    const nonce = input.rotateSecret ? newNonce() : null;
    if (nonce !== null) {
      await manager.query(
        `update webhook set nonce = $2, previous_nonce = nonce, previous_until = now() + interval '1 day' where id = $1`,
        [key, nonce],
      );
    }
    const switched = enabled === known.enabled ? '' : enabled ? ' Switched on.' : ' Switched off.';
    await audit(manager, caller, url, `Changed.${switched}${nonce === null ? '' : ' New secret.'}`);
    const secret = nonce === null ? null : secretOf(this.parts.signer, nonce);
    return { webhook: await held(manager, key), secret };
  }
}

const unknownDelivery = () => new NotFoundError('There is no delivery with this id.', ['deliveryId']);

/** Nobody tells through it meanwhile. */
async function held(manager: EntityManager, key: number): Promise<Webhook> {
  await manager.query('select from webhook where id = $1 for update', [key]);
  const known = await oneWebhook(manager, key);
  if (!known) throw new NotFoundError('There is no webhook with this id.', ['id']);
  return known;
}

/** Addresses often hold a secret of the receiver's: the audit names the host. */
async function audit(manager: EntityManager, caller: Caller, url: string, detail: string): Promise<void> {
  await recordAudit(manager, caller, { type: AuditEventType.WEBHOOK_CHANGED, target: new URL(url).host, detail });
}
