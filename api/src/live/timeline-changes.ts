/** What is added to one timeline, changes or leaves it. Who may not read notes does not learn of them. */
import { Field, ID, ObjectType } from 'type-graphql';
import type { Caller } from '../caller.js';
import { mayReadNotes } from '../conversation/authors.js';
import type { Feed } from '../feed/feed.js';
import { follow, type Told } from '../feed/follow.js';
import { encodeGlobalId } from '../relay/global-id.js';
import type { Change } from '../trail/changes.js';
import { ChangeKind } from './change-kind.js';
import { OncePerStretch } from './once-per-stretch.js';

@ObjectType({ description: 'What happened to an entry of a timeline.' })
export class TimelineChange {
  @Field(() => String, { description: 'Opaque: pass it as `after` to go on from here.' })
  cursor = '';

  @Field(() => ChangeKind, { description: 'What it means for the timeline.' })
  kind!: ChangeKind;

  /** Null for RESYNC. */
  change: Change | null = null;
  ticketNumber!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'Of which entry; null for RESYNC, and where the ticket was deleted.',
  })
  get itemId(): string | null {
    const { change } = this;
    if (!change || change.type === 'deleted') return null;
    if (change.replyKey !== null) return encodeGlobalId('PublicReply', change.replyKey);
    if (change.noteKey !== null) return encodeGlobalId('InternalNote', change.noteKey);
    return encodeGlobalId('TicketEvent', change.key);
  }
}

const kinds = {
  created: ChangeKind.ADDED,
  changed: ChangeKind.ADDED,
  replied: ChangeKind.ADDED,
  noted: ChangeKind.ADDED,
  note_reworded: ChangeKind.CHANGED,
  reply_taken_back: ChangeKind.REMOVED,
  deleted: ChangeKind.REMOVED,
} as const satisfies Record<Change['type'], ChangeKind>;

export class TimelineChanges {
  readonly #once = new OncePerStretch<Promise<readonly Told<TimelineChange>[]>>();

  constructor(private readonly feed: Feed<Change>) {}

  follow(caller: Caller, ticketNumber: number, after: string | null): Promise<AsyncGenerator<TimelineChange, void>> {
    const withNotes = mayReadNotes(caller);
    const key = `${ticketNumber} ${withNotes}`;
    return follow(this.feed, {
      after,
      messagesOf: (stretch) =>
        this.#once.get(stretch, key, async () => messages(stretch.entries ?? [], ticketNumber, withNotes)),
      resync: () => Object.assign(new TimelineChange(), { kind: ChangeKind.RESYNC, ticketNumber }),
    });
  }
}

function messages(changes: readonly Change[], ticketNumber: number, withNotes: boolean): Told<TimelineChange>[] {
  return changes
    .filter((change) => change.ticketNumber === ticketNumber && (withNotes || change.noteKey === null))
    .map((change) => ({
      place: change,
      message: Object.assign(new TimelineChange(), { kind: kinds[change.type], change, ticketNumber }),
    }));
}
