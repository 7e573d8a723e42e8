/** The statements by which deliveries are begun and ended. */
import type { DataSource, EntityManager } from 'typeorm';
import { AuditEventType } from '../identity/audit/audit-event.js';
import { recordAudit } from '../identity/audit/audit-trail.js';
import type { Answer } from './post.js';

export type Begun = {
  readonly key: string;
  readonly webhookKey: number;
  readonly url: string;
  /** Those whose secrets sign, the newest first. */
  readonly nonces: readonly string[];
  readonly messageId: string;
  readonly body: string;
  /** 1 for the first. */
  readonly tries: number;
};

/** Longer than a try may take; a process that died leaves its deliveries to others after that. */
const leaseSeconds = 30;
const retained = '30 days';
const batch = 5_000;

/** What was taken back while it was held is told to nobody. */
async function forgetTakenBack(manager: EntityManager): Promise<void> {
  await manager.query(
    `delete from webhook_delivery where state = 'waiting' and next_attempt_at <= now() and held_reply_id is not null
       and not exists (select from reply where reply.id = held_reply_id)
       and not exists (select from webhook_attempt where delivery_id = webhook_delivery.id)`,
  );
}

/** Begins what is due, at most so many at once to one webhook; `busy` says how many are on their way from here. */
export async function beginDue(
  dataSource: DataSource,
  busy: ReadonlyMap<number, number>,
  mostOfOne: number,
): Promise<Begun[]> {
  return dataSource.transaction(async (manager) => {
    await forgetTakenBack(manager);
    const [rows] = await manager.query<[Begun[], number]>(
      `update webhook_delivery as delivery
       set tries = tries + 1, leased_until = now() + ${leaseSeconds} * interval '1 second'
       from (
         select waiting.id, webhook.url, array_remove(array[nonce,
           case when previous_until > now() then previous_nonce end], null) as nonces
         from webhook cross join lateral (
           select id from webhook_delivery
           where webhook_id = webhook.id and state = 'waiting' and next_attempt_at <= now()
             and coalesce(leased_until, '-infinity') <= now()
           order by next_attempt_at, id
           limit greatest(0, $2 - coalesce(($1::jsonb ->> webhook.id::text)::integer, 0))
           for update skip locked
         ) as waiting
         where webhook.enabled
       ) as due
       where delivery.id = due.id
       returning delivery.id::text as key, webhook_id as "webhookKey", due.url, due.nonces,
         message_id as "messageId", body, tries`,
      [JSON.stringify(Object.fromEntries(busy)), mostOfOne],
    );
    return rows;
  });
}

/** Notes a try. Answers whether the webhook still has it: who deletes one deletes what is on its way. */
async function noteAttempt(manager: EntityManager, { key }: Begun, answer: Answer): Promise<boolean> {
  const known = await manager.query<unknown[]>('select from webhook_delivery where id = $1 for update', [key]);
  if (known.length === 0) return false;
  await manager.query(
    'insert into webhook_attempt (delivery_id, status_code, answer, milliseconds) values ($1, $2, $3, $4)',
    [key, answer.statusCode, answer.answer, answer.milliseconds],
  );
  return true;
}

export async function noteDelivered(dataSource: DataSource, begun: Begun, answer: Answer): Promise<void> {
  await dataSource.transaction(async (manager) => {
    if (!(await noteAttempt(manager, begun, answer))) return;
    await manager.query(
      `update webhook_delivery set state = 'delivered', next_attempt_at = null, leased_until = null where id = $1`,
      [begun.key],
    );
    await manager.query('update webhook set last_success_at = now() where id = $1', [begun.webhookKey]);
  });
}

/** Whoever lost the lease meanwhile has no say about what comes next. Null gives it up. */
export async function noteFailed(
  dataSource: DataSource,
  begun: Begun,
  answer: Answer,
  pauseMs: number | null,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    if (!(await noteAttempt(manager, begun, answer))) return;
    await manager.query(
      `update webhook_delivery set leased_until = null,
         state = case when $3::float8 is null then 'failed'::webhook_delivery_state else state end,
         next_attempt_at = now() + $3::float8 * interval '1 millisecond'
       where id = $1 and tries = $2 and state = 'waiting'`,
      [begun.key, begun.tries, pauseMs],
    );
  });
}

/** A try that came to nothing through the desk's own fault is none. */
export async function giveBack(dataSource: DataSource, { key, tries }: Begun): Promise<void> {
  await dataSource.query(
    `update webhook_delivery set tries = tries - 1, leased_until = null where id = $1 and tries = $2 and state = 'waiting'`,
    [key, tries],
  );
}

/** Unless something was delivered since the first try of this one: then it is this delivery that fails, not the receiver. */
export async function switchOff(
  dataSource: DataSource,
  { key, webhookKey, tries, url }: Begun,
  reason: string,
  isCertain: boolean,
): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const [, count] = await manager.query<[unknown[], number]>(
      `update webhook set enabled = false, disabled_reason = $2
       where id = $1 and enabled and ($5 or last_success_at is null or last_success_at < (
         select min(at) from (select at from webhook_attempt where delivery_id = $3 order by id desc limit $4) as tried))`,
      [webhookKey, reason, key, tries, isCertain],
    );
    if (count === 0) return false;
    const desk = { kind: 'system', id: null, name: 'Relaydesk', address: null } as const;
    const detail = `Switched off: ${reason}`;
    await recordAudit(manager, desk, { type: AuditEventType.WEBHOOK_CHANGED, target: new URL(url).host, detail });
    return true;
  });
}

export async function retainDeliveries(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from webhook_delivery where id in (
       select id from webhook_delivery where created_at < now() - $1::interval order by created_at limit ${batch})`,
    [retained],
  );
}
