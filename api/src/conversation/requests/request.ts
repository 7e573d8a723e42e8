/**
 * A ticket as the person who asked sees it, in types of their own: no type of the team can be reached from them, so that
 * nothing internal has to be remembered to be hidden.
 */
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { StoredFile } from '../../files/stored-file.js';
import { DateTime } from '../../graphql/date-time.js';
import { connectionType, edgeType } from '../../relay/connection.js';
import { Node } from '../../relay/node.js';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';

export enum OnReply {
  CONTINUES = 'continues',
  REOPENS = 'reopens',
  BEGINS_NEW = 'begins_new',
}

registerEnumType(OnReply, {
  name: 'OnReply',
  description: 'What an answer from the requester’s page does.',
  valuesConfig: {
    CONTINUES: { description: 'The request is unfinished and goes on.' },
    REOPENS: { description: 'It was finished less than 14 days ago, and is opened again.' },
    BEGINS_NEW: { description: 'It was finished longer ago: a new request begins, which names this one.' },
  },
});

@ObjectType({ implements: Node, description: 'A ticket as the person who asked sees it.' })
export class Request extends Node {
  /** Null where nobody was named. */
  requesterKey!: number | null;
  requesterName!: string | null;
  isBlocked!: boolean;
  description!: string;
  /** Whether it goes on in somebody else's ticket, of which nothing is told. */
  isPart!: boolean;

  @Field(() => Int, { description: 'The number that people say aloud (T-1042).' })
  number!: number;

  @Field(() => String, { description: 'One line that says what it is about.' })
  title!: string;

  @Field(() => TicketStatus, { description: 'How far the work is.' })
  status!: TicketStatus;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was finished; null while it is not.' })
  finishedAt!: string | null;

  @Field(() => OnReply, { description: 'What an answer does: go on, open it again, or begin a new request.' })
  onReply!: OnReply;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when an answer opens it again; null while it is unfinished.',
  })
  reopensUntil!: string | null;

  @Field(() => DateTime, { description: 'When the link ends, if nothing more is said.' })
  linkExpiresAt!: string;

  override get nodeKey(): string {
    return String(this.number);
  }
}

@ObjectType({ description: 'A file as the requester sees it.' })
export class RequestFile {
  constructor(readonly file: StoredFile) {}

  @Field(() => String, { description: 'Its name, without folders.' })
  get fileName(): string {
    return this.file.fileName;
  }

  @Field(() => Int, { description: 'In bytes.' })
  get size(): number {
    return this.file.size;
  }
}

@ObjectType({ implements: Node, description: 'One public message as the requester sees it.' })
export class RequestMessage extends Node {
  ticketNumber!: number;
  /** Of the reply; 0 for the description, which comes before all of them. */
  place!: number;
  /** Of the first message: the tickets that it is the description of. */
  beginnings: readonly number[] = [];

  @Field(() => DateTime, { description: 'When it was said.' })
  createdAt!: string;

  @Field(() => Boolean, { description: 'Whether the team said it.' })
  fromTeam!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'The first name of whoever said it, or the requester’s name; null where none is known. Never an address.',
  })
  authorName!: string | null;

  @Field(() => String, { description: 'Markdown, as it was sent.' })
  body!: string;

  override get nodeKey(): string {
    return `${this.ticketNumber}-${this.place}`;
  }
}

export const RequestMessageEdge = edgeType(RequestMessage);
export type RequestMessageEdge = InstanceType<typeof RequestMessageEdge>;
export const RequestMessageConnection = connectionType(RequestMessage, RequestMessageEdge);
export type RequestMessageConnection = InstanceType<typeof RequestMessageConnection>;
