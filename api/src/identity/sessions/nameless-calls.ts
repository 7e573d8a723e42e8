/**
 * How many requests callers without a name make through REST, so that whoever closes the desk knows whom they shut out.
 * Counted in memory and told once a minute at the most: a request costs no statement, a crash loses a minute.
 */
import type { DataSource } from 'typeorm';

const tellEveryMs = 60_000;

export class NamelessCalls {
  #untold = 0;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  add(): void {
    this.#untold++;
    this.#timer ??= setTimeout(() => void this.tell().catch(() => undefined), tellEveryMs).unref();
  }

  /** By whole hours, the one that runs included: what the other processes counted is a minute old at the most. */
  async ofLastDay(): Promise<number> {
    await this.tell();
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select coalesce(sum(count), 0)::int as count from nameless_call where hour > now() - interval '24 hours'`,
    );
    return row?.count ?? 0;
  }

  /** Before the database closes. */
  async stop(): Promise<void> {
    await this.tell().catch(() => undefined);
  }

  private tell(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#telling = this.#telling.catch(() => undefined).then(() => this.write());
    return this.#telling;
  }

  private async write(): Promise<void> {
    const count = this.#untold;
    if (count === 0) return;
    this.#untold = 0;
    try {
      await this.dataSource.query(
        `insert into nameless_call as c (hour, count) values (date_trunc('hour', now()), $1)
         on conflict (hour) do update set count = c.count + excluded.count`,
        [count],
      );
    } catch (error) {
      // What a database that is away did not hear is told again, with the next call.
      this.#untold += count;
      throw error;
    }
  }
}

export async function forgetOldCalls(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from nameless_call where hour < now() - interval '25 hours'`);
}
