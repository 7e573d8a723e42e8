import { Worker } from 'node:worker_threads';
import { DatabaseUnavailableError } from '../database-error.js';

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
  #answer: PromiseWithResolvers<Uint8Array> | null = null;

  private constructor(directory: string) {
    // The tests run this file as TypeScript, the built server as JavaScript; Node runs either as a worker.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.#worker = new Worker(new URL(`./embedded-postgres-worker.${extension}`, import.meta.url), {
      workerData: { directory },
      // Under `node --watch` a worker that finds that in its environment puts reports of its own among the messages.
      env: {},
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
    session.#worker.on('message', (bytes: Uint8Array) => session.#answer?.resolve(bytes));
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
    const answer = Promise.withResolvers<Uint8Array>();
    this.#answer = answer;
    // WebAssembly cannot be interrupted, so statement_timeout has no effect in there: only the thread can be stopped.
    const watchdog =
      limitMs === null ? undefined : setTimeout(() => this.#stop(`a query ran for ${limitMs} ms`), limitMs);
    const copy = Uint8Array.from(bytes);
    this.#worker.postMessage(copy, [copy.buffer]);
    const reply = await answer.promise.finally(() => clearTimeout(watchdog));
    if (isAnswered(bytes, reply)) return reply;
    this.#stop('it broke off in the middle of an answer');
    throw await this.ended;
  }

  #stop(reason: string): void {
    this.#failure ??= new DatabaseUnavailableError(`The embedded database is restarted: ${reason}.`);
    void this.#worker.terminate();
  }

  #end(): Error {
    this.#failure ??= new DatabaseUnavailableError('The embedded database stopped.');
    this.#answer?.reject(this.#failure);
    return this.#failure;
  }
}

/**
 * What ends with a Sync, or is a simple query, is answered up to ReadyForQuery. When the disk is full PostgreSQL may
 * stop short of that, and a client would wait for ever.
 */
function isAnswered(request: Uint8Array, reply: Uint8Array): boolean {
  const isComplete = request[0] === QUERY || Buffer.from(request.slice(-SYNC.length)).equals(SYNC);
  return !isComplete || reply.at(-6) === READY_FOR_QUERY;
}

const QUERY = 'Q'.charCodeAt(0);
const READY_FOR_QUERY = 'Z'.charCodeAt(0);
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
