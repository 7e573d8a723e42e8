/** Writers that change tickets straight in the database, each over a connection of its own, as fast as they may. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Random } from '../../src/samples/random.js';
import { signSession } from './signature.js';

export type Written = { readonly perSecond: number; readonly deadlocks: number };

const categories = ['billing', 'technical', 'account', 'general'];
const priorities = ['low', 'medium', 'high', 'critical'];
const statuses = ['open', 'in_progress', 'resolved', 'closed'];

const insert = `
  insert into ticket (title, description, category, priority)
  values ($1, 'The invoice of this month shows a charge that nobody here can explain.', $2, $3)`;

const update = `
  update ticket set status = $2::ticket_status, version = version + 1, updated_at = now(),
    resolved_at = case when $2 in ('resolved', 'closed') then coalesce(resolved_at, now()) end
  where number = $1`;

const updateMany = `
  update ticket set priority = $2::ticket_priority, version = version + 1, updated_at = now()
  where number in (select number from ticket where number between $1 and $1 + 4 order by number for update)`;

type Options = {
  readonly count: number;
  readonly seconds: number;
  /** How many tickets there are to change. */
  readonly size: number;
  /** Transactions a second, all writers together; as many as go unless given. */
  readonly rate?: number;
};

/** One of three is a new ticket, one a new ticket and a change of another in one transaction, one a change of five. */
async function write(client: pg.Client, random: Random, size: number): Promise<void> {
  const any = () => 1 + Math.floor(random.next() * size);
  const create = () =>
    client.query({
      name: 'insert',
      text: insert,
      values: [`Charge ${random.next()}`, random.pick(categories), random.pick(priorities)],
    });
  const kind = random.pick(['create', 'both', 'many']);
  if (kind === 'create') await create();
  else if (kind === 'many') {
    await client.query({ name: 'many', text: updateMany, values: [any(), random.pick(priorities)] });
  } else {
    await client.query('begin');
    await create();
    await client.query({ name: 'update', text: update, values: [any(), random.pick(statuses)] });
    await client.query('commit');
  }
}

export async function runWriters(url: string, { count, seconds, size, rate }: Options): Promise<Written> {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  let deadlocks = 0;
  const writers = Array.from({ length: count }, async (_, index) => {
    const client = new pg.Client({ connectionString: url });
    const random = new Random(index);
    await client.connect();
    await client.query(signSession);
    while (performance.now() < end) {
      try {
        await write(client, random, size);
        done++;
      } catch (error) {
        if ((error as { code?: string }).code !== '40P01') throw error;
        deadlocks++;
        await client.query('rollback');
      }
      if (rate) await pause((1_000 * count) / rate);
    }
    await client.end();
  });
  await Promise.all(writers);
  return { perSecond: done / seconds, deadlocks };
}
