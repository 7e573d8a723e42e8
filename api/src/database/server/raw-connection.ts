/**
 * A node-postgres connection from which rows can be had as the bytes that PostgreSQL sent. Its data goes through here
 * first: while a statement wants its rows raw, DataRow messages go to that statement, and all other messages to
 * node-postgres as ever. Only the borders between messages are looked at, so a message may come in any number of chunks.
 */
import { Socket } from 'node:net';
import pg from 'pg';

/** Takes the bytes of rows, in order, cut anywhere. They are only valid during the call. */
export type RowSink = { append(source: Buffer, start: number, end: number): void };

type DataListener = (chunk: Buffer) => void;
type Stream = { on(event: string, listener: DataListener): unknown };
type Attaching = { stream: Socket; readonly ssl: unknown; attachListeners(stream: Stream): unknown };

const sorters = new WeakMap<object, MessageSorter>();

/** A client of a pool, whose connection sorts its messages. */
export class RawClient extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super(options);
    const connection = this.connection as unknown as Attaching;
    const attach = connection.attachListeners;
    const sorter = new MessageSorter();
    sorters.set(connection, sorter);
    if (!connection.ssl) connection.stream = socketReading((chunk) => sorter.take(chunk));
    // Called once, with the stream that answers come from, be it encrypted or not.
    connection.attachListeners = (stream) => {
      stream.on('data', (chunk) => sorter.take(chunk));
      const others: Stream = {
        on(event, listener) {
          if (event === 'data') sorter.deliver = listener;
          else stream.on(event, listener);
          return others;
        },
      };
      return attach.call(connection, others);
    };
  }
}

const readSize = 2 ** 16;

/**
 * A socket that reads into the same memory over and over, where Node would take 64 kB anew for each piece that comes:
 * memory outside of the heap, which only a major collection gives back when there is little else to collect.
 */
function socketReading(take: DataListener): Socket {
  const callback = (length: number, memory: Uint8Array) => {
    take(Buffer.from(memory.buffer, memory.byteOffset, length));
    return true;
  };
  return new Socket({ onread: { buffer: Buffer.allocUnsafeSlow(readSize), callback } });
}

/** Rows of the statement that the connection runs go to `sink` from now on; null: to node-postgres. */
export function sendRowsTo(sink: RowSink | null, connection: object): void {
  const sorter = sorters.get(connection);
  if (!sorter) throw new Error('This connection was not made by a RawClient.');
  sorter.rows = sink;
}

const dataRow = 'D'.charCodeAt(0);
/** Of a message: its type, and the length of all but the type. */
const headLength = 5;

export class MessageSorter {
  rows: RowSink | null = null;
  deliver: DataListener = () => undefined;
  /** Bytes of the current message that are still to come; meaningless while its head is incomplete. */
  #left = 0;
  /** Bytes of the current message's head that came; none of a message has come while it is 0. */
  #headSeen = 0;
  #length = 0;
  #isRow = false;

  take(chunk: Buffer): void {
    const end = chunk.length;
    let start = 0;
    let at = 0;
    while (at < end) {
      if (this.#headSeen === 0) {
        const isRow = chunk[at] === dataRow && this.rows !== null;
        if (isRow !== this.#isRow) {
          this.#pass(chunk, start, at);
          start = at;
          this.#isRow = isRow;
        }
      }
      if (this.#headSeen < headLength) {
        at = this.#readHead(chunk, at);
        if (this.#headSeen < headLength) break;
      }
      const step = Math.min(this.#left, end - at);
      at += step;
      this.#left -= step;
      if (this.#left === 0) this.#headSeen = 0;
    }
    this.#pass(chunk, start, end);
  }

  #readHead(chunk: Buffer, from: number): number {
    let at = from;
    for (; at < chunk.length && this.#headSeen < headLength; at++) {
      if (this.#headSeen > 0) this.#length = (this.#length << 8) | (chunk[at] as number);
      this.#headSeen++;
    }
    // The length counts itself.
    if (this.#headSeen === headLength) {
      this.#left = this.#length - (headLength - 1);
      this.#length = 0;
    }
    return at;
  }

  #pass(chunk: Buffer, start: number, end: number): void {
    if (start === end) return;
    if (this.#isRow) this.rows?.append(chunk, start, end);
    // A copy: node-postgres keeps what it has of an unfinished message, and the memory is read into again.
    else this.deliver(Buffer.from(chunk.subarray(start, end)));
  }
}
