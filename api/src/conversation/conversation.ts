/** The conversation: what is said to requesters and among the team, and the timeline of it all. */
import type { DataSource } from 'typeorm';
import type { EventService } from '../trail/event.service.js';
import { CannedReplyService } from './canned/canned-reply.service.js';
import type { Courier } from './courier.js';
import { NoteService } from './notes/note.service.js';
import { ReplyService } from './replies/reply.service.js';
import { TimelineService } from './timeline/timeline.service.js';

export type Conversation = {
  readonly replies: ReplyService;
  readonly notes: NoteService;
  readonly timeline: TimelineService;
  readonly cannedReplies: CannedReplyService;
};

export function buildConversation(dataSource: DataSource, events: EventService, courier: Courier): Conversation {
  return {
    replies: new ReplyService(dataSource, courier),
    notes: new NoteService(dataSource),
    timeline: new TimelineService(dataSource, events),
    cannedReplies: new CannedReplyService(dataSource),
  };
}
