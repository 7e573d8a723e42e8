import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { PublicReply } from '../../conversation/replies/reply.js';
import { repliesByKey } from '../../conversation/replies/reply-reads.js';
import { inTransaction } from '../../database/transaction.js';
import { NotFoundError, WrongStateError } from '../../errors.js';
import { Delivery, DeliveryState } from './delivery.js';
import type { MailCourier } from './mail-courier.js';

type Row = Omit<Delivery, 'state'> & {
  readonly replyKey: string;
  readonly state: DeliveryState;
  readonly held: boolean;
};

const iso = (instant: string) => `to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** How replies fare once they were said, and what a person does about those that did not arrive. */
export class DeliveryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly courier: MailCourier,
  ) {}

  /** By reply, one an address that mail goes to, or went to. */
  async ofReplies(_caller: Caller, keys: readonly string[]): Promise<Map<string, Delivery[]>> {
    const rows = await this.dataSource.query<Row[]>(
      `select reply_id::text as "replyKey", address, state, outgoing_mail.reason, attempts,
         coalesce(state = 'queued' and attempts = 0 and held_until > now(), false) as held,
         ${iso('next_attempt_at')} as "nextAttemptAt"
       from outgoing_mail join reply on reply.id = reply_id
       where reply_id = any($1::bigint[]) and address <> '' order by outgoing_mail.id`,
      [keys],
    );
    const byReply = Map.groupBy(rows, ({ replyKey }) => replyKey);
    return new Map([...byReply].map(([key, found]) => [key, found.map(deliveryOf)]));
  }

  /** @throws NotFoundError, WrongStateError where there is nothing to send again */
  async retry(caller: Caller, key: string): Promise<PublicReply> {
    return inTransaction(this.dataSource, async (manager) => {
      const reply = (await repliesByKey(caller, manager, [key])).get(key);
      if (!reply) throw new NotFoundError('There is no reply with this id.', ['id']);
      if (!this.courier.isSetUp) throw new WrongStateError('No mail is set up.', ['id']);
      const sent = await this.courier.carryAgain(manager, key);
      if (sent === 0) throw new WrongStateError('Nothing of this reply failed, so nothing is sent again.', ['id']);
      return reply;
    });
  }
}

function deliveryOf({ address, state, held, reason, attempts, nextAttemptAt }: Row): Delivery {
  const shown = held ? DeliveryState.HELD : state;
  return Object.assign(new Delivery(), { address, state: shown, reason, attempts, nextAttemptAt });
}

/** Of a reply to an address that no mail was made for: nothing was set up when it was said. */
export function notMailed(address: string): Delivery {
  return Object.assign(new Delivery(), {
    address,
    state: DeliveryState.NOT_MAILED,
    reason: 'No mail is set up. The words are kept here.',
    attempts: 0,
    nextAttemptAt: null,
  });
}
