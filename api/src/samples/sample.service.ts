import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, importing } from '../caller.js';
import { insertPastWords } from '../conversation/past-words.js';
import { takeLock } from '../database/locks.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError, WrongStateError } from '../errors.js';
import { removeRequesters } from '../people/requester-writes.js';
import { isFinished, TicketStatus } from '../tickets/fields/ticket-values.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import {
  deleteTickets,
  finishImported,
  type ImportedTicket,
  insertImported,
  lockTickets,
} from '../tickets/write/ticket-writes.js';
import type { TicketText } from '../tickets/write/triage-port.js';
import { markUntriaged } from '../tickets/write/triaged.js';
import type { Suggested } from '../triage/suggestions/classification.js';
import type { FilledTicket, SuggestionService } from '../triage/suggestions/suggestion.service.js';
import { Random } from './random.js';
import { sampleConversation } from './sample-conversation.js';
import { sampleAddresses, samplePerson } from './sample-people.js';
import { sampleTickets } from './sample-tickets.js';
import { type TriagedSample, triageSamples } from './sample-triage.js';

const mostSamples = 500;

/** Few tickets say more about a desk when they are not too far apart. */
const days = 60;

/** What samples ask of triage: its local classifier, which costs nothing, and a place for what it said. */
export type SampleTriage = {
  suggest(caller: Caller, text: TicketText): Promise<Suggested>;
  attach: SuggestionService['attach'];
};

/** Fills a desk that has nothing to show, and empties it of samples again. */
export class SampleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly triage: SampleTriage,
  ) {}

  /** How many there are. */
  async count(_caller: Caller): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>('select count(*)::int as count from sample_ticket');
    return row?.count ?? 0;
  }

  /** Newest first. @throws WrongStateError unless the desk is empty, InvalidInputError for a count out of 1–500 */
  async add(caller: Caller, count: number): Promise<Ticket[]> {
    if (count < 1 || count > mostSamples) {
      const message = `\`count\` is ${count}; it must be between 1 and ${mostSamples}.`;
      throw new InvalidInputError([{ path: ['count'], code: 'invalid', message }]);
    }
    await refuseUnlessEmpty(this.dataSource.manager);
    const random = new Random(count);
    const samples = [...sampleTickets(count, { days })].map((ticket): ImportedTicket => {
      const person = samplePerson(random);
      return { ...ticket, requester: person && { key: null, ...person } };
    });
    // Before the transaction, which would hold the embedded database's one connection meanwhile.
    const triaged = await triageSamples(samples, (text) => this.triage.suggest(caller, text), new Random(count));
    return inTransaction(this.dataSource, async (manager) => {
      await takeLock(manager, 'samples');
      await refuseUnlessEmpty(manager);
      await sign(manager, importing(caller));
      const tickets = await insertWithPast(
        manager,
        triaged.map(({ sample }) => sample),
        random,
      );
      const numbers = tickets.map(({ number }) => number);
      await manager.query('insert into sample_ticket select unnest($1::integer[])', [numbers]);
      const filled = withTickets(triaged, tickets);
      await this.triage.attach(caller, manager, filled);
      const kept = await lockTickets(manager, numbers);
      await markUntriaged(manager, unseenOf(kept, filled));
      return kept.reverse();
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
      await removeRequesters(manager, await unusedRequesters(manager));
      return numbers;
    });
  }
}

async function refuseUnlessEmpty(manager: EntityManager): Promise<void> {
  const [first] = await manager.query<unknown[]>('select 1 from ticket limit 1');
  if (first) throw new WrongStateError('Sample tickets can only be added while the desk is empty.', []);
}

function withTickets(triaged: readonly TriagedSample[], tickets: readonly Ticket[]): FilledTicket[] {
  return tickets.flatMap((ticket, index) => {
    const { suggested, isReviewed } = triaged[index] ?? {};
    return suggested ? [{ ticket, suggested, isReviewed: isReviewed ?? false, suggestedAt: ticket.createdAt }] : [];
  });
}

/** What nobody has answered or reviewed. */
function unseenOf(tickets: readonly Ticket[], filled: readonly FilledTicket[]): number[] {
  const reviewed = new Set(filled.flatMap(({ ticket, isReviewed }) => (isReviewed ? [ticket.number] : [])));
  return tickets
    .filter(({ status, firstResponseAt }) => status === TicketStatus.OPEN && firstResponseAt === null)
    .flatMap(({ number }) => (reviewed.has(number) ? [] : [number]));
}

/** First the tickets as they came, then what was said, then what they became. Answers the tickets as they came, oldest first. */
async function insertWithPast(
  manager: EntityManager,
  samples: readonly ImportedTicket[],
  random: Random,
): Promise<Ticket[]> {
  const asTheyCame = samples.map((sample) =>
    isFinished(sample.status) ? { ...sample, status: TicketStatus.OPEN, resolved_at: null } : sample,
  );
  const tickets = await insertImported(manager, asTheyCame);
  const pairs = tickets.flatMap((ticket, index) => {
    const sample = samples[index];
    return sample ? [{ ticket, sample }] : [];
  });
  const now = Date.now();
  const words = pairs.flatMap(({ ticket, sample }) =>
    sampleConversation(
      {
        category: sample.category,
        status: sample.status,
        createdAt: Date.parse(ticket.createdAt),
        resolvedAt: sample.resolved_at === null ? null : Date.parse(sample.resolved_at),
        name: sample.requester?.name ?? null,
      },
      random,
      now,
    ).map((said) => ({
      ...said,
      ticketNumber: ticket.number,
      requesterKey: said.from === 'requester' ? ticket.requesterKey : null,
    })),
  );
  await insertPastWords(manager, words);
  const finished = pairs.flatMap(({ ticket: { number }, sample: { status, resolved_at } }) =>
    resolved_at === null ? [] : [{ number, status, resolvedAt: resolved_at }],
  );
  await finishImported(manager, finished);
  return tickets;
}

/** The people of the samples whom nothing else names. */
async function unusedRequesters(manager: EntityManager): Promise<number[]> {
  const rows = await manager.query<{ key: number }[]>(
    `select requester_id as key from requester_email as known where address = any($1::text[])
       and not exists (select from ticket where ticket.requester_id = known.requester_id)
       and not exists (select from reply where reply.requester_id = known.requester_id)
       and not exists (select from requester_email as other
         where other.requester_id = known.requester_id and other.address <> all($1::text[]))`,
    [sampleAddresses],
  );
  return rows.map(({ key }) => key);
}
