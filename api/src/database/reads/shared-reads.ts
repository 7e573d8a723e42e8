/**
 * Equal reads that wait for a connection at the same moment are one. A desk's first page is what everybody asks for, and
 * under load most requests wait: the read that is about to be sent answers them all. Whoever joins it asked before it
 * was sent, so nobody sees anything older than by a read of their own.
 */
export class SharedReads<Rows> {
  readonly #waiting = new Map<string, Promise<Rows>>();

  /** `read` must call `sent` at the moment when it sends: who comes later needs another. */
  join(key: string, read: (sent: () => void) => Promise<Rows>): Promise<Rows> {
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return waiting;
    const sent = () => {
      if (this.#waiting.get(key) === rows) this.#waiting.delete(key);
    };
    const rows: Promise<Rows> = read(sent).finally(sent);
    this.#waiting.set(key, rows);
    return rows;
  }
}
