import { Duplex } from 'node:stream';
import { DatabaseUnavailableError } from '../database-error.js';

/** Where a stream's bytes go: one run of the embedded database. */
export type WireSession = {
  exchange(bytes: Uint8Array): Promise<Uint8Array>;
  readonly ended: Promise<Error>;
};

const terminateMessage = 'X'.charCodeAt(0);

/**
 * Stands in for node-postgres's TCP socket: protocol bytes go to the embedded database. It lives and dies with the
 * session it connected to, so that a transaction is never continued on a session that did not begin it.
 */
export class WireStream extends Duplex {
  readonly #open: () => Promise<WireSession>;
  #session: WireSession | null = null;

  constructor(open: () => Promise<WireSession>) {
    super();
    this.#open = open;
  }

  /** Called by node-postgres in place of `net.Socket.connect`. */
  connect(): this {
    this.#attach().then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  async #attach(): Promise<void> {
    const session = await this.#open();
    // Clients share the one session, so each first clears what another left: an open transaction, named statements.
    await session.exchange(simpleQuery('rollback'));
    await session.exchange(simpleQuery('discard all'));
    this.#session = session;
    void session.ended.then((reason) => this.destroy(reason));
  }

  async #forward(bytes: Buffer): Promise<void> {
    // The session outlives the client, so the client's good-bye is not passed on.
    if (bytes[0] === terminateMessage) return;
    if (!this.#session) throw new DatabaseUnavailableError('The embedded database is not connected.');
    const reply = await this.#session.exchange(bytes);
    if (reply.length > 0) this.push(reply);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#forward(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _read(): void {}

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  // What node-postgres calls on a socket besides.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** A simple-query message of PostgreSQL's protocol: type, length of the rest, text, NUL. */
function simpleQuery(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(4 + text.length, 1);
  return Buffer.concat([head, text]);
}
