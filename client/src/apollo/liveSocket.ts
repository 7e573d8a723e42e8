/** The sockets behind followLive: one for each door, which comes when the page is at rest. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { socketUrl } from './apiUrl.js';
import { reportLive, tellOfChange } from './live.js';

export interface Followed<Data, Variables extends Record<string, unknown>> {
  /** Of the door: what stands behind /graphql. */
  query?: string;
  document: TypedDocumentNode<Data, Variables>;
  variables?: Variables;
  /** Where to go on after an interruption. */
  cursorOf?: (data: Data) => string;
  onData: (data: Data) => void;
}

/** A subscription that was refused for good is tried again then: the desk may be another by now. */
const AGAIN_MS = 30_000;
/** A socket on which nobody answers, as after sleep or in another network, is given up after so long. */
const ANSWER_MS = 5_000;
const PING_MS = 10_000;
const LONGEST_PAUSE_MS = 10_000;

const clients = new Map<string, Client>();

/** Begins it, again and again, until it is stopped. */
export function subscribe<Data, Variables extends Record<string, unknown>>({
  query = '',
  document,
  variables: given,
  cursorOf,
  onData,
}: Followed<Data, Variables>): () => void {
  const client = clients.get(query) ?? open(query);
  clients.set(query, client);
  // Sent as it is by then, whenever the socket is opened again.
  const variables: Record<string, unknown> = { ...given };
  let again: ReturnType<typeof setTimeout> | undefined;
  let stop: () => void = () => undefined;
  const begin = () => {
    stop = client.subscribe<Data>(
      { query: print(document), variables },
      {
        next: ({ data }) => {
          if (!data) return;
          if (cursorOf) variables.after = cursorOf(data);
          onData(data);
        },
        error: () => {
          reportLive('looking');
          again = setTimeout(begin, AGAIN_MS);
        },
        complete: () => undefined,
      },
    );
  };
  begin();
  return () => {
    clearTimeout(again);
    stop();
  };
}

function open(query: string): Client {
  let unanswered: ReturnType<typeof setTimeout>;
  let wasOpen = false;
  const client = createClient({
    url: socketUrl(query),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    // All pages of a desk that was started anew come back, but not at once.
    retryWait: (retries) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.min(250 * 2 ** retries, LONGEST_PAUSE_MS) * (0.5 + Math.random()));
      }),
    keepAlive: PING_MS,
    on: {
      connected: () => {
        reportLive('live');
        // For what has no cursor to go on from.
        if (wasOpen || query !== '') tellOfChange(null);
        wasOpen = true;
      },
      closed: () => {
        clearTimeout(unanswered);
        reportLive('looking');
      },
      ping: (isReceived) => {
        if (!isReceived) unanswered = setTimeout(() => client.terminate(), ANSWER_MS);
      },
      pong: () => clearTimeout(unanswered),
    },
  });
  return client;
}
