import { Worker } from 'node:worker_threads';
import { DatabaseUnavailableError } from './database-error.js';

/**
 * One run of the embedded database's worker. A session that has ended stays ended: whoever spoke to it learns so
 * and opens another, because the transaction it was in is gone.
 */
export class EmbeddedSession {
  /** Fulfils with the reason, once the worker is gone and the directory free. */
  readonly ended: Promise<Error>;
  readonly #worker: Worker;
  #failure: Error | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #reply: PromiseWithResolvers<Uint8Array> | null = null;

  private constructor(directory: string) {
    // The tests run this file as TypeScript, the built server as JavaScript; Node runs either as a worker.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.#worker = new Worker(new URL(`./embedded-postgres-worker.${extension}`, import.meta.url), {
      workerData: { directory },
    });
    this.#worker.on('error', (error) => {
      this.#failure ??= new DatabaseUnavailableError('The embedded database stopped.', { cause: error });
    });
    this.ended = new Promise((resolve) => this.#worker.once('exit', () => resolve(this.#end())));
  }

  static async open(directory: string): Promise<EmbeddedSession> {
    const session = new EmbeddedSession(directory);
    const ready = new Promise<void>((resolve) => session.#worker.once('message', () => resolve()));
    const failure = await Promise.race([ready, session.ended]);
    if (failure) throw failure;
    session.#worker.on('message', (bytes: Uint8Array) => session.#reply?.resolve(bytes));
    return session;
  }

  /** Sends protocol bytes and answers with those that come back; a session does one thing at a time. */
  exchange(bytes: Uint8Array, limitMs: number | null): Promise<Uint8Array> {
    const answer = this.#turn.then(() => this.#send(bytes, limitMs));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** Waits for what was sent, shuts PostgreSQL down cleanly, and ends. */
  async close(): Promise<void> {
    await this.#turn;
    this.#failure ??= new DatabaseUnavailableError('The embedded database was closed.');
    this.#worker.postMessage('close');
    await this.ended;
  }

  async #send(bytes: Uint8Array, limitMs: number | null): Promise<Uint8Array> {
    if (this.#failure) throw this.#failure;
    const reply = Promise.withResolvers<Uint8Array>();
    this.#reply = reply;
    // WebAssembly cannot be interrupted, so statement_timeout has no effect in there: only the thread can be stopped.
    const watchdog = limitMs === null ? undefined : setTimeout(() => this.#stop(limitMs), limitMs);
    const copy = Uint8Array.from(bytes);
    this.#worker.postMessage(copy, [copy.buffer]);
    return reply.promise.finally(() => clearTimeout(watchdog));
  }

  #stop(limitMs: number): void {
    this.#failure ??= new DatabaseUnavailableError(
      `The embedded database was restarted: a query ran longer than ${limitMs} ms.`,
    );
    void this.#worker.terminate();
  }

  #end(): Error {
    this.#failure ??= new DatabaseUnavailableError('The embedded database stopped.');
    this.#reply?.reject(this.#failure);
    return this.#failure;
  }
}
