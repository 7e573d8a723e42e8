/** Assembles what follows the desk as it changes: the feed, the calls between processes, and who is where. */
import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import type { RequestService } from '../conversation/requests/request.service.js';
import type { TimelineService } from '../conversation/timeline/timeline.service.js';
import { onSignedCommit } from '../database/commits.js';
import { Bell } from '../feed/bell.js';
import type { Place } from '../feed/cursor.js';
import { Feed } from '../feed/feed.js';
import type { Logger } from '../logger.js';
import type { TicketService } from '../tickets/ticket.service.js';
import { changesOf } from '../trail/changes.js';
import { PresenceBoard } from './presence.js';
import { RequestChanges } from './request-changes.js';
import { TicketChanges } from './ticket-changes.js';
import { TimelineChanges } from './timeline-changes.js';

export type Live = Awaited<ReturnType<typeof buildLive>>;

export type LiveOptions = {
  readonly tickets: TicketService;
  readonly requests: RequestService;
  readonly timeline: TimelineService;
  readonly log: Logger;
  /** Of a server, which several processes may share; null for the embedded database, which has one. */
  readonly url: string | null;
};

export async function buildLive(dataSource: DataSource, { tickets, requests, timeline, log, url }: LiveOptions) {
  const feed = new Feed(changesOf(dataSource), log);
  const bell = url === null ? null : new Bell(dataSource, url, log);
  const wakened: Pick<Feed<Place>, 'ring' | 'lookOften'>[] = [feed];
  const ringAll = () => {
    for (const one of wakened) one.ring();
  };
  const presence = new PresenceBoard((report) => bell?.call({ kind: 'presence', text: report }));
  onSignedCommit(dataSource, () => {
    ringAll();
    bell?.ring();
  });
  bell?.on('changes', ringAll);
  bell?.on('presence', (report) => presence.hear(report));
  await bell?.start(() => {
    for (const one of wakened) one.lookOften();
  });
  return {
    ticketChanges: new TicketChanges(feed, tickets),
    timelineChanges: new TimelineChanges(feed, timeline),
    requestChanges: new RequestChanges(feed, requests),
    presence,
    /** The cursor of this moment: whoever reads now and follows from it misses nothing. */
    now: () => feed.now(),
    /** Has another feed of this database look whenever this one does. */
    wakeToo: (other: Pick<Feed<Place>, 'ring' | 'lookOften'>) => void wakened.push(other),
    async stop(): Promise<void> {
      feed.stop();
      presence.stop();
      await bell?.stop();
    },
  };
}
