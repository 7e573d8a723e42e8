/** What comes into a list of tickets, changes in it or leaves it: one message for each ticket and transaction. */
import DataLoader from 'dataloader';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Caller } from '../caller.js';
import { mayReadNotes } from '../conversation/authors.js';
import type { Feed, Stretch } from '../feed/feed.js';
import { follow, type Told } from '../feed/follow.js';
import { encodeGlobalId } from '../relay/global-id.js';
import type { Past } from '../tickets/read/past-tickets.js';
import type { TicketFilter } from '../tickets/read/ticket-filter.js';
import type { TicketService } from '../tickets/ticket.service.js';
import { type Change, valuesThen } from '../trail/changes.js';
import { ChangeKind } from './change-kind.js';
import { OncePerStretch } from './once-per-stretch.js';

@ObjectType({ description: 'What happened to a ticket, as a list sees it.' })
export class TicketChange {
  @Field(() => String, { description: 'Opaque: pass it as `after` to go on from here.' })
  cursor = '';

  @Field(() => ChangeKind, { description: 'What it means for the list.' })
  kind!: ChangeKind;

  ticketNumber: number | null = null;
  /** What the trail tells of it first; null for RESYNC. */
  change: Change | null = null;

  @Field(() => ID, { nullable: true, description: 'Of which ticket; null for RESYNC.' })
  get ticketId(): string | null {
    return this.ticketNumber === null ? null : encodeGlobalId('Ticket', this.ticketNumber);
  }
}

/** A change, and the ticket that lists show it by: words on a merged ticket change the one that goes on. */
type Shown = { readonly change: Change; readonly ticketNumber: number };

/** All that one transaction did to one ticket. */
type Step = readonly [Shown, ...Shown[]];

const isOfWords = ({ replyKey, noteKey }: Change) => replyKey !== null || noteKey !== null;

/** What happened in a stretch, and for each list whether it held the ticket before a step and after it. */
type Judgement = {
  readonly steps: readonly Step[];
  readonly of: DataLoader<TicketFilter, readonly boolean[], string>;
};

/** The database judges so many lists in one statement. */
const listsAtOnce = 50;

export class TicketChanges {
  readonly #told = new OncePerStretch<Promise<readonly Told<TicketChange>[]>>();
  readonly #judgements = new OncePerStretch<Promise<Judgement>>();

  constructor(
    private readonly feed: Feed<Change>,
    private readonly tickets: TicketService,
  ) {}

  follow(caller: Caller, filter: TicketFilter, after: string | null): Promise<AsyncGenerator<TicketChange, void>> {
    const key = JSON.stringify([filter, mayReadNotes(caller)]);
    return follow(this.feed, {
      after,
      messagesOf: (stretch) => this.#told.get(stretch, key, () => this.#messages(caller, filter, stretch)),
      resync: () => Object.assign(new TicketChange(), { kind: ChangeKind.RESYNC }),
    });
  }

  async #messages(caller: Caller, filter: TicketFilter, stretch: Stretch<Change>): Promise<Told<TicketChange>[]> {
    const withNotes = mayReadNotes(caller);
    const { steps, of } = await this.#judgements.get(stretch, String(withNotes), () =>
      this.#judge(caller, stretch, withNotes),
    );
    const matches = await of.load(filter);
    return steps.flatMap((step, index) => {
      const [wasIn = false, isIn = false] = [matches[index * 2], matches[index * 2 + 1]];
      const kind = kindOf(step, filter, wasIn, isIn);
      if (!kind) return [];
      const [{ change, ticketNumber }] = step;
      const { change: place } = step.at(-1) ?? step[0];
      return [{ place, message: Object.assign(new TicketChange(), { kind, ticketNumber, change }) }];
    });
  }

  /** All lists of callers who may read the same. Who may not read notes does not learn that there was one. */
  async #judge(caller: Caller, { entries, to }: Stretch<Change>, withNotes: boolean): Promise<Judgement> {
    const readable = (entries ?? []).filter(({ noteKey }) => withNotes || noteKey === null);
    const spoken = new Set(readable.filter(isOfWords).map(({ ticketNumber }) => ticketNumber));
    const steps = stepsOf(readable, await this.tickets.mergeTargets(caller, [...spoken]));
    // Each step's state before it, then the state after.
    const pasts = pastsOf(steps).flat();
    const of = new DataLoader(
      (filters: readonly TicketFilter[]) =>
        this.tickets.wouldMatch(caller, filters, pasts, { snapshot: to, valuesThen }),
      { maxBatchSize: listsAtOnce, cacheKeyFn: (filter: TicketFilter) => JSON.stringify(filter) },
    );
    return { steps, of };
  }
}

function stepsOf(changes: readonly Change[], targets: ReadonlyMap<number, number>): Step[] {
  const shown = changes.map((change): Shown => {
    const { ticketNumber } = change;
    return { change, ticketNumber: (isOfWords(change) && targets.get(ticketNumber)) || ticketNumber };
  });
  const steps = Map.groupBy(shown, ({ change, ticketNumber }) => `${change.transaction} ${ticketNumber}`);
  return [...steps.values()] as unknown as Step[];
}

/** By step: the ticket before and after it, which is the ticket of now with later changes undone. */
function pastsOf(steps: readonly Step[]): [Past, Past][] {
  const undone = new Map<number, Readonly<Record<string, string | null>>>();
  return steps
    .toReversed()
    .map((step): [Past, Past] => {
      const [{ ticketNumber }] = step;
      const after = undone.get(ticketNumber) ?? {};
      const before = { ...after };
      for (const { type, field, from } of step.map(({ change }) => change).toReversed()) {
        if (type === 'changed' && field && undoable.includes(field)) before[field] = from;
      }
      undone.set(ticketNumber, before);
      return [
        { number: ticketNumber, values: before },
        { number: ticketNumber, values: after },
      ];
    })
    .toReversed();
}

const undoable: readonly string[] = ['category', 'priority', 'status', 'assignee', 'team', 'merged_into', 'incident'];

/** Null: neither before nor after. */
function kindOf(step: Step, filter: TicketFilter, wasIn: boolean, isIn: boolean): ChangeKind | null {
  const has = (type: Change['type']) => step.some(({ change }) => change.type === type);
  // Nobody knows any more in which lists it was.
  if (has('deleted')) return ChangeKind.REMOVED;
  if (has('created')) return isIn ? ChangeKind.ADDED : null;
  if (step.some(({ change }) => isUnsure(change, filter))) return isIn ? ChangeKind.ADDED : ChangeKind.REMOVED;
  if (isIn) return wasIn ? ChangeKind.CHANGED : ChangeKind.ADDED;
  return wasIn ? ChangeKind.REMOVED : null;
}

/** Whether a list asks for what was before, and nobody kept it. */
function isUnsure({ type, field }: Change, filter: TicketFilter): boolean {
  const { search, waitingOn, resolvedAt, suggestion, suggestionOutcome, suggestionSource, snoozed, needsTriage } =
    filter;
  // Whoever does anything at all has looked at it.
  if (needsTriage != null) return true;
  const turns = Boolean(waitingOn?.length) || snoozed != null;
  if (type !== 'changed') return Boolean(search) || turns;
  if (field === 'title' || field === 'description') return Boolean(search);
  if (field === 'status') return turns || resolvedAt != null;
  if (field === 'snooze' || field === 'merged_ticket') return turns;
  if (field === 'category' || field === 'priority')
    return Boolean(suggestion || suggestionOutcome?.length || suggestionSource?.length);
  return false;
}
