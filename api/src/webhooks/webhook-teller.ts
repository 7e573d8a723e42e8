/**
 * Turns the committed trail into deliveries. Each webhook has an exact place in the feed, which moves on in the transaction
 * that writes its deliveries: whatever dies in between, nothing is missed, nothing is taken up twice, and what was rolled
 * back was never there. Processes take turns at a webhook by locking its row.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import type { FeedPosition } from '../feed/cursor.js';
import type { Logger } from '../logger.js';
import { changesAfter, whereWeAre } from '../trail/change-pages.js';
import { type Telling, tellingsOf } from './tellings.js';
import { WebhookEvent } from './webhook.js';
import { newMessageId } from './webhook-signature.js';

type Told = {
  readonly key: number;
  readonly events: readonly string[];
  readonly includeNotes: boolean;
  readonly epoch: string | null;
  readonly place: FeedPosition | null;
};

/** Entries of the trail on one page. */
const pageSize = 500;

export class WebhookTeller {
  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Logger,
  ) {}

  /** Takes up all that is committed. Answers whether there is anybody to tell. */
  async takeUp(): Promise<boolean> {
    const rows = await this.dataSource.query<{ key: number }[]>(
      'select id as key from webhook where enabled order by id',
    );
    for (const { key } of rows) while (await this.takePage(key));
    return rows.length > 0;
  }

  private takePage(key: number): Promise<boolean> {
    return inTransaction(this.dataSource, async (manager) => {
      const [told] = await manager.query<Told[]>(
        `select id as key, events, include_notes as "includeNotes", epoch, place from webhook
         where id = $1 and enabled for update`,
        [key],
      );
      if (!told) return false;
      const here = await whereWeAre(manager, told.place?.from ?? null);
      if (!told.place || told.epoch !== here.epoch || here.isAhead) {
        this.log.warn({ webhook: key }, 'The database was restored: this webhook is told what happens from now on.');
        await moveTo(manager, key, here.epoch, { from: here.now, within: null });
        return false;
      }
      const page = await changesAfter(manager, told.place, pageSize);
      if (page.entries.length === 0 && !page.isMore) return false;
      const tellings = tellingsOf(page.entries).filter(({ event }) => isWanted(told, event));
      await addDeliveries(manager, key, tellings);
      await moveTo(manager, key, here.epoch, page.next);
      return page.isMore;
    });
  }
}

function isWanted({ events, includeNotes }: Told, event: WebhookEvent): boolean {
  return events.includes(event) && (event !== WebhookEvent.NOTE_ADDED || includeNotes);
}

async function moveTo(manager: EntityManager, key: number, epoch: string, place: FeedPosition): Promise<void> {
  await manager.query('update webhook set epoch = $2, place = $3 where id = $1', [key, epoch, JSON.stringify(place)]);
}

/** What the team says is told once it can no longer be taken back; what was taken back by now is not told at all. */
async function addDeliveries(manager: EntityManager, key: number, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const sent = tellings.map(({ event, replyKey }) => (event === WebhookEvent.REPLY_SENT ? replyKey : null));
  await manager.query(
    `insert into webhook_delivery (webhook_id, message_id, event, ticket_number, held_reply_id, body, next_attempt_at)
     select $1, told.message_id, told.event, told.ticket_number, told.reply_id, told.body,
       greatest(now(), reply.held_until)
     from unnest($2::text[], $3::text[], $4::integer[], $5::bigint[], $6::text[])
       with ordinality as told (message_id, event, ticket_number, reply_id, body, place)
     left join reply on reply.id = told.reply_id
     where told.reply_id is null or reply.id is not null
     order by told.place`,
    [
      key,
      tellings.map(newMessageId),
      tellings.map(({ event }) => event),
      tellings.map(({ ticketNumber }) => ticketNumber),
      sent,
      tellings.map(({ body }) => body),
    ],
  );
}
