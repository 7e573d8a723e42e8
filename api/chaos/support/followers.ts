/**
 * Followers of lists that never give up: each keeps its list by what it is told alone, goes to another process when its
 * own is gone, and goes on there from the last cursor. What they hold is compared with the list as it is.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import { eventually } from '../../test/support/eventually.js';

type TicketChange = {
  readonly cursor: string;
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED' | 'RESYNC';
  readonly ticketId: string;
};

const subscription = `subscription ($filter: TicketFilter, $after: String) {
  ticketChanges(filter: $filter, after: $after) { cursor kind ticketId } }`;
const list = `query ($filter: TicketFilter, $after: String) { viewer { liveCursor }
  tickets(filter: $filter, first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

type Answer = {
  readonly data: {
    readonly viewer: { readonly liveCursor: string };
    readonly tickets: {
      readonly edges: { readonly node: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
};

export class Follower {
  static readonly #running = new Set<Follower>();

  /** The ids of the tickets in the list, as far as it was told. */
  #held = new Set<string>();
  /** What contradicts what it was told before: comes in twice, or leaves without having been there. */
  readonly contradictions: string[] = [];
  messages = 0;
  resyncs = 0;
  #after: string | null = null;
  #client: Client | null = null;

  /** @param addressOf where a process is found, at the so-manieth attempt */
  constructor(
    private readonly filter: object,
    private readonly addressOf: (attempt: number) => string,
  ) {}

  /** Fulfils once it holds the list; from then on it follows. */
  async begin(): Promise<void> {
    Follower.#running.add(this);
    await this.#load(this.addressOf(0));
    void this.#follow();
  }

  /** For `afterEach`. */
  static async abandonAll(): Promise<void> {
    const abandoned = [...Follower.#running];
    Follower.#running.clear();
    await Promise.all(abandoned.map((follower) => follower.#client?.dispose()));
  }

  /** Waits until it holds these tickets and no others. */
  async expectToHold(ids: ReadonlySet<string>): Promise<void> {
    const lacking = () => [...ids].filter((id) => !this.#held.has(id)).length;
    await eventually(() => lacking() === 0 && this.#held.size === ids.size).catch(() => {
      throw new Error(`Of a list of ${ids.size} tickets it lacks ${lacking()}; it holds ${this.#held.size}.`);
    });
  }

  async #follow(): Promise<void> {
    for (let attempt = 0; Follower.#running.has(this); attempt++) {
      const address = this.addressOf(attempt);
      try {
        if (this.#after === null) await this.#load(address);
        await this.#listen(address);
      } catch {
        await delay(50);
      }
    }
  }

  async #listen(address: string): Promise<void> {
    const url = `${address.replace(/^http/, 'ws')}/graphql`;
    this.#client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
    const variables = { filter: this.filter, after: this.#after };
    try {
      for await (const { data, errors } of this.#client.iterate<{ ticketChanges: TicketChange }>({
        query: subscription,
        variables,
      })) {
        if (!data) throw new Error(JSON.stringify(errors));
        this.#hear(data.ticketChanges);
        if (this.#after === null) return;
      }
    } finally {
      await this.#client.dispose();
    }
  }

  #hear({ cursor, kind, ticketId }: TicketChange): void {
    this.messages++;
    this.#after = kind === 'RESYNC' ? null : cursor;
    if (kind === 'RESYNC') {
      this.resyncs++;
      return;
    }
    const wasIn = kind !== 'ADDED';
    if (this.#held.has(ticketId) !== wasIn) this.contradictions.push(`${kind} ${ticketId}`);
    if (kind === 'REMOVED') this.#held.delete(ticketId);
    else this.#held.add(ticketId);
  }

  async #load(address: string): Promise<void> {
    const { ids, cursor } = await loadList(address, this.filter);
    this.#held = ids;
    this.#after = cursor;
  }
}

/** A list as a fresh load shows it, and the cursor of before. */
export async function loadList(address: string, filter: object): Promise<{ ids: Set<string>; cursor: string }> {
  const ids = new Set<string>();
  let cursor: string | null = null;
  for (let after: string | null = null; ; ) {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: list, variables: { filter, after } }),
    });
    const { data }: Answer = (await response.json()) as Answer;
    cursor ??= data.viewer.liveCursor;
    for (const { node } of data.tickets.edges) ids.add(node.id);
    if (!data.tickets.pageInfo.hasNextPage) return { ids, cursor };
    after = data.tickets.pageInfo.endCursor;
  }
}
