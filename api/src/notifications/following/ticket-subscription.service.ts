import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { ForbiddenError, NotFoundError } from '../../errors.js';
import type { SubscriptionState } from './ticket-subscription.js';

/** Who follows which ticket, and who does not want to hear of it. */
export class TicketSubscriptionService {
  constructor(private readonly dataSource: DataSource) {}

  /** What the caller chose for each of the tickets, by number. */
  async statesOf({ accountId }: Caller, numbers: readonly number[]): Promise<Map<number, SubscriptionState>> {
    if (accountId == null) return new Map();
    const rows = await this.dataSource.query<{ number: number; state: SubscriptionState }[]>(
      `select ticket_number as number, state from ticket_subscription
       where account_id = $1 and ticket_number = any($2::integer[])`,
      [accountId, numbers],
    );
    return new Map(rows.map(({ number, state }) => [number, state]));
  }

  /** @throws ForbiddenError, NotFoundError */
  async set({ accountId }: Caller, ticketNumber: number, state: SubscriptionState): Promise<void> {
    if (accountId == null) throw new ForbiddenError('Only people follow tickets. Sign in first.');
    const rows = await this.dataSource.query<unknown[]>(
      `with existing as (select number from ticket where number = $2 for key share)
       insert into ticket_subscription (account_id, ticket_number, state)
       select $1, number, $3::ticket_subscription_state from existing
       on conflict (ticket_number, account_id) do update set state = excluded.state
       returning 1 as set`,
      [accountId, ticketNumber, state],
    );
    if (rows.length === 0) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
  }
}
