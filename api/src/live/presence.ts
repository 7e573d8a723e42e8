/**
 * Who looks at a ticket or writes there, as they say themselves every few seconds. Known for 20 seconds, to all processes,
 * and never stored.
 */
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { type Closing, closable } from '../feed/closable.js';
import { DateTime } from '../graphql/date-time.js';

export enum PresenceKind {
  VIEWING = 'viewing',
  WRITING_REPLY = 'writing_reply',
  WRITING_NOTE = 'writing_note',
}

registerEnumType(PresenceKind, {
  name: 'PresenceKind',
  description: 'What somebody does at a ticket.',
  valuesConfig: {
    VIEWING: { description: 'Looks at it.' },
    WRITING_REPLY: { description: 'Writes a reply.' },
    WRITING_NOTE: { description: 'Writes a note.' },
  },
});

@ObjectType({ description: 'Somebody who is at a ticket now.' })
export class Presence {
  userKey!: number;

  @Field(() => PresenceKind, { description: 'What they do there.' })
  doing!: PresenceKind;

  @Field(() => DateTime, { description: 'Since when they do it.' })
  since!: string;
}

@ObjectType({ description: 'Who is at a ticket, whenever that changes.' })
export class PresenceChange {
  @Field(() => [Presence], { description: 'Everybody who is there now, the longest first.' })
  presence!: Presence[];
}

type Seen = { readonly doing: PresenceKind; readonly since: string; readonly until: number };

const reported = z.object({
  ticketNumber: z.int(),
  userKey: z.int(),
  doing: z.enum(PresenceKind),
  since: z.string(),
});
type Report = z.infer<typeof reported>;

function readReport(text: string): Report | null {
  try {
    return reported.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const lastsMs = 20_000;
const sweepMs = 1_000;
const mostTickets = 10_000;

export class PresenceBoard {
  readonly #byTicket = new Map<number, Map<number, Seen>>();
  readonly #followers = new Map<number, Set<() => void>>();
  #sweep: NodeJS.Timeout | undefined;

  /** `tell` passes a report on to the other processes. */
  constructor(private readonly tell: (report: string) => void) {}

  report(ticketNumber: number, userKey: number, doing: PresenceKind): void {
    const known = this.#byTicket.get(ticketNumber)?.get(userKey);
    const since = known?.doing === doing ? known.since : new Date().toISOString();
    const report = { ticketNumber, userKey, doing, since };
    this.#note(report);
    this.tell(JSON.stringify(report));
  }

  /** What another process was told. Whatever else anybody calls out there is not for us. */
  hear(text: string): void {
    const report = readReport(text);
    if (report) this.#note(report);
  }

  at(ticketNumber: number): Presence[] {
    const now = Date.now();
    const seen = [...(this.#byTicket.get(ticketNumber) ?? [])].filter(([, { until }]) => until > now);
    return seen
      .map(([userKey, { doing, since }]) => Object.assign(new Presence(), { userKey, doing, since }))
      .toSorted((one, other) => one.since.localeCompare(other.since));
  }

  follow(ticketNumber: number): AsyncGenerator<PresenceChange, void> {
    const followers = this.#followers.get(ticketNumber) ?? new Set();
    this.#followers.set(ticketNumber, followers);
    // Who is there already is news to a follower.
    const news = { isThere: true, wake: () => {} };
    const notice = () => {
      news.isThere = true;
      news.wake();
    };
    followers.add(notice);
    return closable(
      (closing) => {
        news.wake = () => closing.wake();
        return this.#changes(ticketNumber, news, closing);
      },
      () => {
        followers.delete(notice);
        if (followers.size === 0) this.#followers.delete(ticketNumber);
      },
    );
  }

  stop(): void {
    clearInterval(this.#sweep);
  }

  async *#changes(
    ticketNumber: number,
    news: { isThere: boolean },
    closing: Closing,
  ): AsyncGenerator<PresenceChange, void> {
    while (!closing.isClosed) {
      if (news.isThere) {
        news.isThere = false;
        yield Object.assign(new PresenceChange(), { presence: this.at(ticketNumber) });
        continue;
      }
      await new Promise<void>((resolve) => {
        closing.wake = resolve;
      });
    }
  }

  #note({ ticketNumber, userKey, doing, since }: Report): void {
    const there = this.#byTicket.get(ticketNumber) ?? new Map<number, Seen>();
    if (!this.#byTicket.has(ticketNumber) && this.#byTicket.size >= mostTickets) return;
    this.#byTicket.set(ticketNumber, there);
    const isNews = there.get(userKey)?.doing !== doing;
    there.set(userKey, { doing, since, until: Date.now() + lastsMs });
    if (isNews) this.#ring(ticketNumber);
    this.#sweep ??= setInterval(() => this.#forgetGone(), sweepMs).unref();
  }

  #forgetGone(): void {
    const now = Date.now();
    for (const [ticketNumber, there] of this.#byTicket) {
      const gone = [...there].filter(([, { until }]) => until <= now);
      for (const [userKey] of gone) there.delete(userKey);
      if (there.size === 0) this.#byTicket.delete(ticketNumber);
      if (gone.length > 0) this.#ring(ticketNumber);
    }
    if (this.#byTicket.size > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }

  #ring(ticketNumber: number): void {
    for (const notice of this.#followers.get(ticketNumber) ?? []) notice();
  }
}
