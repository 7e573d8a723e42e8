import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LongTexts, shortText } from '../../database/reads/long-texts.js';
import { DateTime } from '../../graphql/date-time.js';
import { Node } from '../../relay/node.js';
import { TimelineItem } from '../../trail/timeline-item.js';

export enum Direction {
  FROM_REQUESTER = 'from_requester',
  FROM_TEAM = 'from_team',
}

registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way a message went.',
  valuesConfig: {
    FROM_REQUESTER: { description: 'In, from whoever asks.' },
    FROM_TEAM: { description: 'Out, to whoever asks.' },
  },
});

export enum Channel {
  WEB = 'web',
  EMAIL = 'email',
  API = 'api',
  REQUEST_PAGE = 'request_page',
}

registerEnumType(Channel, {
  name: 'Channel',
  description: 'Through which channel a message came or went.',
  valuesConfig: {
    WEB: { description: 'GraphQL, the web client included.' },
    EMAIL: { description: 'An e-mail.' },
    API: { description: 'REST.' },
    REQUEST_PAGE: { description: 'The requester’s own page.' },
  },
});

@ObjectType({
  implements: [Node, TimelineItem],
  description: 'Words that both sides see, out or in. Kept apart from notes.',
})
export class PublicReply extends TimelineItem {
  key!: string;

  accountKey!: number | null;
  tokenKey!: number | null;
  requesterKey!: number | null;
  actorKind!: string | null;

  @Field(() => Direction, { description: 'Which way it went.' })
  direction!: Direction;

  @Field(() => Channel, { description: 'Through which channel it came or went.' })
  channel!: Channel;

  @Field(() => String, { description: 'Markdown, as it was sent.' })
  body!: string;

  @Field(() => String, { nullable: true, description: 'What it quoted; null where it quoted nothing.' })
  quotedBody!: string | null;

  @Field(() => [String], { description: 'The addresses it is for.' })
  to!: string[];

  @Field(() => [String], { description: 'The addresses that get a copy.' })
  cc!: string[];

  @Field(() => DateTime, { nullable: true, description: 'Until when it may be taken back; null where it may not.' })
  cancelableUntil!: string | null;

  override get nodeKey(): string {
    return this.key;
  }
}

export type ReplyRow = Omit<PublicReply, 'id' | 'nodeKey' | 'by'>;

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columnsWith = (
  body: string,
) => `reply.id::text as key, reply.ticket_number as "ticketNumber", reply.direction, reply.channel,
  ${body} as body, reply.quoted_body as "quotedBody", reply.account_id as "accountKey", reply.token_id as "tokenKey",
  reply.requester_id as "requesterKey", reply.actor_kind as "actorKind", reply.recipients as "to", reply.copies as cc,
  case when reply.held_until > now() then ${iso('reply.held_until')} end as "cancelableUntil",
  ${iso('reply.created_at')} as "createdAt"`;

/** Of the table `reply`. */
export const replyColumns = columnsWith('reply.body');
/** The same without long bodies, see `replyTexts`. */
export const shortReplyColumns = columnsWith(shortText('reply.body'));

export const replyOfRow = (row: ReplyRow) => Object.assign(new PublicReply(), row);

/** Reads the long bodies that lists leave out. */
export const replyTexts = new LongTexts<PublicReply>({
  table: 'reply',
  column: 'body',
  keyColumn: 'id',
  keyOf: ({ key }) => Number(key),
  textOf: ({ body }) => body,
  setText(reply, text) {
    reply.body = text as string;
  },
});
