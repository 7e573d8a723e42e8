/** A way to the database that can be cut in the middle of a transaction, at any step of it, or fall silent. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** After how many messages of a transaction its connection is cut, and whether the last of them still arrives. */
export type Cut = { readonly step: number; readonly isDelivered: boolean };

export class TcpProxy {
  /** Asked at the start of each transaction; null lets it pass. */
  plan: () => Cut | null = () => null;
  /** Transactions that were cut. */
  cuts = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isSilent = false;

  private constructor(private readonly target: URL) {
    this.#server = createServer((caller) => this.#join(caller));
  }

  static async start(target: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(target));
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = `${(this.#server.address() as AddressInfo).port}`;
    return url.href;
  }

  /** As behind a cable that is pulled: no byte passes, on old connections for good, and nobody is told. */
  silence(): void {
    this.#isSilent = true;
    for (const socket of this.#sockets) socket.removeAllListeners('data').removeAllListeners('close').pause();
  }

  /** Connections that are made from now on work. */
  restore(): void {
    this.#isSilent = false;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(caller: Socket): void {
    this.#keep(caller);
    if (this.#isSilent) return;
    const server = connect(Number(this.target.port), this.target.hostname);
    this.#keep(server);
    const end = () => {
      caller.destroy();
      server.destroy();
    };
    caller.on('close', end);
    server.on('close', end).on('data', (bytes) => caller.write(bytes));
    this.#forward(caller, server, end);
  }

  /** node-postgres sends a message at a time and waits for its answer, so a part is a step. */
  #forward(caller: Socket, server: Socket, end: () => void): void {
    let cut: Cut | null = null;
    let step = 0;
    caller.on('data', (bytes: Buffer) => {
      if (bytes.includes('START TRANSACTION')) [cut, step] = [this.plan(), 0];
      if (cut === null || step++ < cut.step) return void server.write(bytes);
      this.cuts++;
      if (!cut.isDelivered) return end();
      // What the server answers to it is never heard.
      server.removeAllListeners('data').once('data', end).write(bytes);
    });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => this.#sockets.delete(socket));
  }
}
