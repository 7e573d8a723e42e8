/** What is added to one timeline, changes or leaves it. Who may not read notes does not learn of them. */
import { Field, ID, ObjectType } from 'type-graphql';
import type { Caller } from '../caller.js';
import { mayReadNotes } from '../conversation/authors.js';
import type { TimelineService } from '../conversation/timeline/timeline.service.js';
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

  constructor(
    private readonly feed: Feed<Change>,
    private readonly timeline: Pick<TimelineService, 'membersOf'>,
  ) {}

  follow(caller: Caller, ticketNumber: number, after: string | null): Promise<AsyncGenerator<TimelineChange, void>> {
    const withNotes = mayReadNotes(caller);
    const key = `${ticketNumber} ${withNotes}`;
    // Read again whenever the trail says that it is another.
    let members: Promise<ReadonlySet<number>> | null = null;
    return follow(this.feed, {
      after,
      messagesOf: (stretch) => {
        const entries = stretch.entries ?? [];
        if (entries.some((change) => change.ticketNumber === ticketNumber && joinsOrLeaves(change))) members = null;
        return this.#once.get(stretch, key, async () => {
          members ??= this.timeline.membersOf(caller, ticketNumber).catch((error: unknown) => {
            members = null;
            throw error;
          });
          return messages(entries, { ticketNumber, members: await members, withNotes });
        });
      },
      resync: () => Object.assign(new TimelineChange(), { kind: ChangeKind.RESYNC, ticketNumber }),
    });
  }
}

type Followed = {
  readonly ticketNumber: number;
  /** Its own number and those that were merged into it. */
  readonly members: ReadonlySet<number>;
  readonly withNotes: boolean;
};

function messages(changes: readonly Change[], { ticketNumber, members, withNotes }: Followed): Told<TimelineChange>[] {
  return changes
    .filter((change) => members.has(change.ticketNumber) && (withNotes || change.noteKey === null))
    .filter((change) => change.ticketNumber === ticketNumber || change.field !== 'merged_into')
    .map((change) => {
      const told = joinsOrLeaves(change)
        ? { kind: ChangeKind.RESYNC, change: null }
        : { kind: kinds[change.type], change };
      return { place: change, message: Object.assign(new TimelineChange(), { ...told, ticketNumber }) };
    });
}

/** With a ticket that is merged into this one its entries come between those that are there, or they go. */
const joinsOrLeaves = ({ field }: Change) => field === 'merged_ticket';
