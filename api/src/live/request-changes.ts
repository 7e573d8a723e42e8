/** What the team says and does, on the requester's page: nothing of notes, nor of a reply that can still be taken back. */
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { Field, ObjectType } from 'type-graphql';
import type { Caller } from '../caller.js';
import type { RequestService } from '../conversation/requests/request.service.js';
import { type Closing, closable } from '../feed/closable.js';
import type { Feed } from '../feed/feed.js';
import { follow } from '../feed/follow.js';
import type { Change } from '../trail/changes.js';

@ObjectType({ description: 'What happened to a request, as its requester sees it.' })
export class RequestChange {
  @Field(() => String, { description: 'Opaque: pass it as `after` to go on from here.' })
  cursor = '';

  /** Null where nothing was said. */
  replyKey: string | null = null;
}

export class RequestChanges {
  constructor(
    private readonly feed: Feed<Change>,
    private readonly requests: RequestService,
  ) {}

  async follow(caller: Caller, after: string | null): Promise<AsyncGenerator<RequestChange, void>> {
    const number = caller.ticketNumber ?? 0;
    const start = after ?? (await this.feed.now());
    const changes = await follow(this.feed, {
      after: start,
      messagesOf: async ({ entries }) =>
        (entries ?? [])
          .filter((change) => change.ticketNumber === number && concernsRequester(change))
          .map((change) => ({
            place: change,
            message: Object.assign(new RequestChange(), { replyKey: change.replyKey }),
          })),
      resync: () => new RequestChange(),
    });
    // Was said before the cursor, which does not tell of it any more.
    const held = (await this.requests.held(caller)).map((replyKey) =>
      Object.assign(new RequestChange(), { cursor: start, replyKey }),
    );
    return closable(
      (closing) => this.#told(caller, { held, changes }, closing),
      () => void changes.return(),
    );
  }

  /** What is held is waited for, and what comes after it too: so that a cursor never passes what was not told. */
  async *#told(
    caller: Caller,
    { held, changes }: { held: readonly RequestChange[]; changes: AsyncGenerator<RequestChange, void> },
    closing: Closing,
  ): AsyncGenerator<RequestChange, void> {
    const stopped = new AbortController();
    closing.wake = () => stopped.abort();
    for (const change of held) if (await this.#untilRead(caller, change, stopped.signal)) yield change;
    const told = new Set(held.map(({ replyKey }) => replyKey));
    for await (const change of changes) {
      if (told.has(change.replyKey) || !(await this.#untilRead(caller, change, stopped.signal))) continue;
      if (closing.isClosed) return;
      yield change;
    }
  }

  /** Whether the requester may read it once it is no longer held. Whoever waits asks again: the database has a clock of its own. */
  async #untilRead(caller: Caller, { replyKey }: RequestChange, signal: AbortSignal): Promise<boolean> {
    if (replyKey === null) return true;
    for (;;) {
      const ms = await this.requests.heldFor(caller, replyKey);
      if (ms === null || signal.aborted) return false;
      if (ms === 0) return true;
      await setTimeoutAsync(ms, undefined, { signal }).catch(() => undefined);
    }
  }
}

function concernsRequester({ type, field }: Change): boolean {
  if (type === 'replied') return true;
  return (
    type === 'changed' &&
    (field === 'status' || field === 'title' || field === 'description' || field === 'merged_ticket')
  );
}
