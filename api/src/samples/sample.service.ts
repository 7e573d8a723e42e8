import type { DataSource } from 'typeorm';
import { type Caller, importing } from '../caller.js';
import { takeLock } from '../database/locks.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError, WrongStateError } from '../errors.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import { deleteTickets, insertImported } from '../tickets/write/ticket-writes.js';
import { sampleTickets } from './sample-tickets.js';

const mostSamples = 500;

/** Few tickets say more about a desk when they are not too far apart. */
const days = 60;

/** Fills a desk that has nothing to show, and empties it of samples again. */
export class SampleService {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. @throws WrongStateError unless the desk is empty, InvalidInputError for a count out of 1–500 */
  async add(caller: Caller, count: number): Promise<Ticket[]> {
    if (count < 1 || count > mostSamples) {
      const message = `\`count\` is ${count}; it must be between 1 and ${mostSamples}.`;
      throw new InvalidInputError([{ path: ['count'], code: 'invalid', message }]);
    }
    return inTransaction(this.dataSource, async (manager) => {
      await takeLock(manager, 'samples');
      const [first] = await manager.query<unknown[]>('select 1 from ticket limit 1');
      if (first) throw new WrongStateError('Sample tickets can only be added while the desk is empty.', []);
      await sign(manager, importing(caller));
      const tickets = await insertImported(manager, [...sampleTickets(count, { days })]);
      const numbers = tickets.map(({ number }) => number);
      await manager.query('insert into sample_ticket select unnest($1::integer[])', [numbers]);
      return tickets.reverse();
    });
  }

  /** Whatever became of them since; no other ticket. Answers their numbers. */
  async remove(caller: Caller): Promise<number[]> {
    return inTransaction(this.dataSource, async (manager) => {
      await takeLock(manager, 'samples');
      await sign(manager, caller);
      const samples = await manager.query<{ number: number }[]>(
        'select ticket_number as number from sample_ticket order by 1',
      );
      const numbers = samples.map(({ number }) => number);
      await deleteTickets(manager, numbers);
      return numbers;
    });
  }
}
