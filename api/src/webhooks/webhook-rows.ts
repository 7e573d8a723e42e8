/** Reads webhooks and their deliveries. */
import type { DataSource, EntityManager } from 'typeorm';
import type { KeysetBounds } from '../database/keyset.js';
import { Webhook, WebhookAttempt, WebhookDelivery, type WebhookDeliveryState } from './webhook.js';

type Database = DataSource | EntityManager;

const iso = (instant: string) => `to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const webhookColumns = `webhook.id as key, created_by as "creatorKey", url, events, include_notes as "includeNotes", enabled,
  disabled_reason as "disabledReason"`;

const deliveryColumns = `delivery.id::text as key, webhook_id as "webhookKey", event, state, body,
  ${iso('delivery.created_at')} as "createdAt", case when webhook.enabled then ${iso('next_attempt_at')} end as "nextAttemptAt",
  (select coalesce(json_agg(json_build_object('at', ${iso('at')}, 'statusCode', status_code, 'answer', answer,
    'milliseconds', milliseconds) order by attempt.id), '[]')
   from webhook_attempt attempt where delivery_id = delivery.id) as attempts`;

type WebhookRow = Omit<Webhook, 'id' | 'nodeKey'>;
type DeliveryRow = Omit<WebhookDelivery, 'id' | 'nodeKey'>;

export const webhookPosition = ({ key }: Webhook) => ({ sort: null, number: key });
export const deliveryPosition = ({ key }: WebhookDelivery) => ({ sort: null, number: Number(key) });

const webhookOf = (row: WebhookRow) => Object.assign(new Webhook(), row);
const deliveryOf = ({ attempts, ...row }: DeliveryRow) =>
  Object.assign(new WebhookDelivery(), row, {
    attempts: attempts.map((attempt) => Object.assign(new WebhookAttempt(), attempt)),
  });

/** In the order in which they were made. */
export async function webhookRows(database: Database, bounds: KeysetBounds): Promise<Webhook[]> {
  const rows = await database.query<WebhookRow[]>(
    `select ${webhookColumns} from webhook where id > coalesce($1::integer, 0) and id < coalesce($2::integer, 2147483647)
     order by webhook.id ${bounds.reverse ? 'desc' : 'asc'} limit $3`,
    [bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
  );
  return rows.map(webhookOf);
}

export async function countWebhooks(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }[]>('select count(*)::int as count from webhook');
  return row?.count ?? 0;
}

export async function oneWebhook(database: Database, key: number): Promise<Webhook | null> {
  const [row] = await database.query<WebhookRow[]>(`select ${webhookColumns} from webhook where id = $1`, [key]);
  return row ? webhookOf(row) : null;
}

export type DeliveryFilter = {
  readonly webhookKey: number;
  /** Null: all. */
  readonly states: readonly WebhookDeliveryState[] | null;
};

/** Newest first. */
export async function deliveryRows(
  database: Database,
  { webhookKey, states }: DeliveryFilter,
  bounds: KeysetBounds,
): Promise<WebhookDelivery[]> {
  const rows = await database.query<DeliveryRow[]>(
    `select ${deliveryColumns} from webhook_delivery delivery join webhook on webhook.id = webhook_id
     where webhook_id = $1 and ($2::text[] is null or state::text = any($2))
       and delivery.id < coalesce($3::bigint, 9223372036854775807) and delivery.id > coalesce($4::bigint, 0)
     order by delivery.id ${bounds.reverse ? 'asc' : 'desc'} limit $5`,
    [webhookKey, states, bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
  );
  return rows.map(deliveryOf);
}

export async function countDeliveries(database: Database, { webhookKey, states }: DeliveryFilter): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `select count(*)::int as count from webhook_delivery
     where webhook_id = $1 and ($2::text[] is null or state::text = any($2))`,
    [webhookKey, states],
  );
  return row?.count ?? 0;
}

export async function oneDelivery(database: Database, key: string): Promise<WebhookDelivery | null> {
  const [row] = await database.query<DeliveryRow[]>(
    `select ${deliveryColumns} from webhook_delivery delivery join webhook on webhook.id = webhook_id
     where delivery.id = $1::bigint`,
    [key],
  );
  return row ? deliveryOf(row) : null;
}
