/** Subscribers of a desk: graphql-ws over the WebSocket of Node itself, which shares no code with the server's. */
import { type Client, createClient } from 'graphql-ws';
import type { TestDesk } from './desk.js';
import { eventually } from './eventually.js';
import type { Credentials } from './team.js';

export type Closed = { readonly code: number; readonly reason: string };
export type Message<Data> = { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] };

export type Subscriber<Data> = {
  readonly messages: Message<Data>[];
  /** What came, without errors. */
  readonly data: () => Data[];
  /** Waits until so many came. */
  readonly count: (number: number) => Promise<Data[]>;
  /** What the subscription, or its socket, ended with. */
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export type Connection = {
  readonly client: Client;
  readonly closed: Promise<Closed>;
  readonly follow: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Subscriber<Data>>;
  readonly close: () => Promise<void>;
};

export function socketOf(headers: Record<string, string>): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, { protocols: [protocols], headers } as never);
    }
  } as never;
}

/** One socket, which is not opened again once it is closed. */
export function connect(
  desk: Pick<TestDesk, 'url'>,
  by: Credentials = {},
  path = '/graphql',
  introduction?: object,
): Connection {
  const { promise: closed, resolve } = Promise.withResolvers<Closed>();
  let isOpen = false;
  const client = createClient({
    url: desk.url.replace(/^http/, 'ws') + path,
    webSocketImpl: socketOf(by),
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    ...(introduction ? { connectionParams: { ...introduction } } : {}),
    on: {
      connected: () => {
        isOpen = true;
      },
      closed: (event) => resolve(event as Closed),
    },
  });
  return {
    client,
    closed,
    follow: (query, variables) => follow(client, query, variables),
    async close() {
      await client.dispose();
      // The desk has counted it out by then.
      if (isOpen) await closed;
    },
  };
}

/** Fulfils once the desk has begun it, as the answer to another operation on the same socket tells. */
async function follow<Data>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Subscriber<Data>> {
  const messages: Message<Data>[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<unknown>();
  const stop = client.subscribe<Data>(
    { query, variables },
    { next: (message) => messages.push(message as Message<Data>), error: resolve, complete: () => resolve(null) },
  );
  await begun(client);
  const data = () => messages.flatMap(({ data }) => data ?? []);
  return {
    messages,
    data,
    async count(number) {
      const failed = ended.then((error) => {
        if (data().length < number) throw new Error(`It ended: ${JSON.stringify(error)}`);
      });
      await Promise.race([failed, eventually(() => data().length >= number)]).catch((error: unknown) => {
        throw new Error(`Of ${number} messages ${JSON.stringify(messages)} came.`, { cause: error });
      });
      return data();
    },
    ended,
    async stop() {
      stop();
      await ended;
    },
  };
}

/** A query is refused on a socket, after everything that was asked before it was begun. */
async function begun(client: Client): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  client.subscribe(
    { query: '{ __typename }' },
    { next: () => undefined, error: () => resolve(), complete: () => resolve() },
  );
  await promise;
}
