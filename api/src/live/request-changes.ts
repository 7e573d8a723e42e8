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
    const changes = await follow(this.feed, {
      after,
      messagesOf: async ({ entries }) =>
        (entries ?? [])
          .filter((change) => change.ticketNumber === number && concernsRequester(change))
          .map((change) => ({
            place: change,
            message: Object.assign(new RequestChange(), { replyKey: change.replyKey }),
          })),
      resync: () => new RequestChange(),
    });
    return closable(
      (closing) => this.#told(caller, changes, closing),
      () => void changes.return(),
    );
  }

  /** What is held is waited for, and what comes after it too: so that a cursor never passes what was not told. */
  async *#told(
    caller: Caller,
    changes: AsyncGenerator<RequestChange, void>,
    closing: Closing,
  ): AsyncGenerator<RequestChange, void> {
    const stopped = new AbortController();
    closing.wake = () => stopped.abort();
    for await (const change of changes) {
      const held = change.replyKey === null ? 0 : await this.requests.heldFor(caller, change.replyKey);
      if (held === null) continue;
      if (held > 0) await setTimeoutAsync(held, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (closing.isClosed) return;
      const isThere =
        held === 0 || change.replyKey === null || (await this.requests.heldFor(caller, change.replyKey)) !== null;
      if (isThere) yield change;
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
