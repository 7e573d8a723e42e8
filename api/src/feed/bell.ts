/**
 * How processes that share a server's database call each other: by NOTIFY, with hardly a word. Rung after the commit and
 * at most every 20 ms: within the transaction it would make all commits of the database wait for each other. Whoever
 * listens looks by themselves too, so a call that is lost costs time and no change.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';

export type Call = { readonly kind: string; readonly text: string };

const channel = 'relaydesk';
const ringMs = 20;
const echoMs = 3_000;
const pauseMs = { first: 100, longest: 5_000 } as const;

export class Bell {
  readonly #self = randomUUID();
  readonly #listeners = new Map<string, (text: string) => void>();
  #ears: pg.Client | null = null;
  #isRinging = false;
  #isDue = false;
  #echo: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  /** `onDeaf`: calls do not come through, as behind a pooler of connections. */
  async start(onDeaf: () => void): Promise<void> {
    await this.#listen(pauseMs.first);
    this.#echo = setTimeout(() => {
      if (this.#isStopped) return;
      this.log.warn(
        'Calls between processes do not come through this connection to PostgreSQL; live updates look twice a second instead. A pooler in between must pass on LISTEN, which pooling by transaction does not.',
      );
      onDeaf();
    }, echoMs).unref();
    this.call({ kind: 'echo', text: '' });
  }

  on(kind: string, listener: (text: string) => void): void {
    this.#listeners.set(kind, listener);
  }

  /** Once for all that happens within 20 ms. */
  ring(): void {
    this.#isDue = true;
    if (this.#isRinging) return;
    this.#isRinging = true;
    void this.#ringDue();
  }

  /** At most some thousand bytes. */
  call({ kind, text }: Call): void {
    const sent = this.dataSource.query('select pg_notify($1, $2)', [channel, `${this.#self} ${kind} ${text}`]);
    sent.catch((error: unknown) => this.log.warn({ err: error }, 'Other processes could not be called.'));
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#echo);
    await this.#ears?.end().catch(() => undefined);
  }

  async #ringDue(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      this.call({ kind: 'changes', text: '' });
      await new Promise((resolve) => setTimeout(resolve, ringMs).unref());
    }
    this.#isRinging = false;
  }

  #hear({ payload = '' }: pg.Notification): void {
    const [from, kind = '', ...words] = payload.split(' ');
    if (from === this.#self) {
      if (kind === 'echo') clearTimeout(this.#echo);
      return;
    }
    this.#listeners.get(kind)?.(words.join(' '));
  }

  async #listen(pause: number): Promise<void> {
    const ears = new pg.Client({ connectionString: this.url, keepAlive: true, application_name: 'relaydesk-live' });
    ears.on('notification', (notification) => this.#hear(notification));
    // It ends, and that is met below.
    ears.on('error', () => undefined);
    try {
      await ears.connect();
      await ears.query(`listen ${channel}`);
      this.#ears = ears;
      if (this.#isStopped) return void (await ears.end());
      ears.once('end', () => this.#listenAgain(pauseMs.first));
      // Of what was called meanwhile nobody knows.
      this.#listeners.get('changes')?.('');
    } catch {
      await ears.end().catch(() => undefined);
      this.#listenAgain(pause);
    }
  }

  #listenAgain(pause: number): void {
    if (this.#isStopped) return;
    const next = Math.min(pause * 2, pauseMs.longest);
    setTimeout(() => void this.#listen(next), pause).unref();
  }
}
