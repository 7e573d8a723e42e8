import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, type ValueTransformer } from 'typeorm';
import { isoTimestamp } from '../database/iso-timestamp.js';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../relay/node.js';
import { previewOf } from './fields/preview.js';
import { untilAnswer } from './fields/snooze.js';
import { inWords, ticketFields } from './fields/ticket-fields.js';
import { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from './fields/ticket-values.js';

/** The driver reads the word for an answer as a number. */
const snoozeEnd: ValueTransformer = {
  from: (value: Date | number | null) => (typeof value === 'number' ? untilAnswer : isoTimestamp.from(value)),
  to: (value: string | null) => value,
};

@ObjectType({ implements: Node, description: 'A request for help, from its submission to its resolution.' })
@Entity('ticket')
export class Ticket extends Node {
  @Field(() => Int, {
    description: 'The number that people say aloud (T-1042). It is the `id` of REST and is never reused.',
  })
  @PrimaryGeneratedColumn('identity', { type: 'integer' })
  number!: number;

  @Field(() => String, { description: `One line, 1–${inWords(ticketFields.title.longest)} characters.` })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, {
    description: `What it is about, 1–${inWords(ticketFields.description.longest)} characters. Markdown is allowed and is stored as it was sent.`,
  })
  @Column({ type: 'text' })
  description!: string;

  /** The first part of the latest public words, where a list read no more of it; the description itself is then not there. */
  beginning?: string;

  @Field(() => String, {
    description:
      'The beginning of the latest public words, which are the description where nobody has replied, as one line of plain text: at most 240 characters, without what repeats the title. Lists that select it instead of the description do not read the rest.',
  })
  get preview(): string {
    return previewOf(this.title, this.latestWords ?? this.beginning ?? this.description);
  }

  @Field(() => TicketCategory, { description: 'Which team must act.' })
  @Column({ type: 'enum', enum: TicketCategory, enumName: 'ticket_category' })
  category!: TicketCategory;

  @Field(() => TicketPriority, { description: 'How much it affects people.' })
  @Column({ type: 'enum', enum: TicketPriority, enumName: 'ticket_priority' })
  priority!: TicketPriority;

  @Field(() => TicketStatus, { description: 'How far the work is. Any status may follow any other.' })
  @Column({ type: 'enum', enum: TicketStatus, enumName: 'ticket_status' })
  status!: TicketStatus;

  @Field(() => Int, {
    description:
      'Starts at 1 and rises with every change. Send it as `expectedVersion` to change only what you have seen.',
  })
  @Column({ type: 'integer' })
  version!: number;

  @Field(() => DateTime, { description: 'When the ticket was submitted.' })
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, transformer: isoTimestamp })
  createdAt!: string;

  @Field(() => DateTime, { description: 'When the ticket was last changed.' })
  @Column({ name: 'updated_at', type: 'timestamptz', precision: 3, transformer: isoTimestamp })
  updatedAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it became resolved or closed; kept from one to the other, null again when it is reopened.',
  })
  @Column({ name: 'resolved_at', type: 'timestamptz', precision: 3, nullable: true, transformer: isoTimestamp })
  resolvedAt!: string | null;

  /** Whose it is; the graph shows the person. */
  @Column({ name: 'assignee_id', type: 'integer', nullable: true })
  assigneeKey!: number | null;

  @Column({ name: 'team_id', type: 'integer', nullable: true })
  teamKey!: number | null;

  /** Who asked; the graph shows the person. */
  @Column({ name: 'requester_id', type: 'integer', nullable: true })
  requesterKey!: number | null;

  @Field(() => Boolean, {
    description: 'Whether whoever wrote this proved that the requester’s address is theirs. A form proves nothing.',
  })
  @Column({ name: 'requester_proven', type: 'boolean' })
  requesterProven!: boolean;

  @Field(() => WaitingOn, {
    description: 'Whose turn it is. Follows from the messages and the status; nobody sets it.',
  })
  @Column({ name: 'waiting_on', type: 'enum', enum: WaitingOn, enumName: 'waiting_on' })
  waitingOn!: WaitingOn;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Since when the requester waits: the first of their words that nobody answered; null while nobody waits for the team.',
  })
  @Column({ name: 'waiting_since', type: 'timestamptz', precision: 3, nullable: true, transformer: isoTimestamp })
  waitingSince!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When a person of the team first replied; null before.' })
  @Column({ name: 'first_response_at', type: 'timestamptz', precision: 3, nullable: true, transformer: isoTimestamp })
  firstResponseAt!: string | null;

  /** The end of its rest, or the word for an answer; the graph tells the two apart. Absent in what was kept of a ticket before there was this. */
  @Column({ name: 'snoozed_until', type: 'timestamptz', precision: 3, nullable: true, transformer: snoozeEnd })
  snoozeEnd?: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it rests, out of the unfinished views: until a time, until an answer, or both. An answer always ends it, and so does finishing it.',
  })
  get isSnoozed(): boolean {
    return this.snoozeEnd != null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it comes back by itself; null where it is not snoozed, or only an answer ends that.',
  })
  get snoozedUntil(): string | null {
    return this.snoozeEnd == null || this.snoozeEnd === untilAnswer ? null : this.snoozeEnd;
  }

  /** The ticket that goes on for this one. Absent in what was kept of a ticket before there was this. */
  @Column({ name: 'merged_into', type: 'integer', nullable: true })
  mergedIntoKey?: number | null;

  /** The incident that it is part of. Absent in what was kept of a ticket before there was this. */
  @Column({ name: 'incident', type: 'integer', nullable: true })
  incidentKey?: number | null;

  @Column({ name: 'reply_count', type: 'integer' })
  replyCount!: number;

  /** The beginning of the latest reply; null where there is none. */
  @Column({ name: 'latest_words', type: 'text', nullable: true })
  latestWords!: string | null;

  @Field(() => Int, { description: 'How many public messages there are: the description and every reply to it.' })
  get messageCount(): number {
    return this.replyCount + 1;
  }

  override get nodeKey(): string {
    return String(this.number);
  }
}
