/** The socket behind live.ts, which comes when the page is at rest. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { apiUrl } from './apiUrl.js';
import { reportLive, tellOfChange } from './live.js';

export interface Followed<Data> {
  /** Of the door: what stands behind /graphql. */
  query?: string;
  document: TypedDocumentNode<Data, { after?: string | null }>;
  /** Left out: from when the socket is open, and whatever is shown by then is asked for once more. */
  after?: string;
  cursorOf: (data: Data) => string;
  onData: (data: Data) => void;
}

/** A socket that was refused for good is tried again then: the desk may be another by now. */
const AGAIN_MS = 30_000;
/** A socket on which nobody answers, as after sleep or in another network, is given up after so long. */
const ANSWER_MS = 5_000;
const PING_MS = 10_000;
const LONGEST_PAUSE_MS = 10_000;

/** Opens it, again and again, until it is stopped. */
export function openSocket<Data>(followed: Followed<Data>): () => void {
  let again: ReturnType<typeof setTimeout> | undefined;
  let stop = subscribe(followed, () => {
    again = setTimeout(() => {
      stop = openSocket(followed);
    }, AGAIN_MS);
  });
  return () => {
    clearTimeout(again);
    stop();
  };
}

function subscribe<Data>(
  { query = '', document, after, cursorOf, onData }: Followed<Data>,
  onRefused: () => void,
): () => void {
  // Sent as it is by then, whenever the socket is opened again.
  const variables: { after?: string } = after === undefined ? {} : { after };
  let unanswered: ReturnType<typeof setTimeout>;
  const client = createClient({
    url: `${new URL(apiUrl || '/', location.href).origin.replace(/^http/, 'ws')}/graphql${query}`,
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
        if (variables.after === undefined) tellOfChange(null);
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
  const unsubscribe = client.subscribe<Data>(
    { query: print(document), variables },
    {
      next: ({ data }) => {
        if (!data) return;
        variables.after = cursorOf(data);
        onData(data);
      },
      error: () => {
        reportLive('looking');
        onRefused();
      },
      complete: () => undefined,
    },
  );
  return () => {
    unsubscribe();
    void client.dispose();
  };
}
