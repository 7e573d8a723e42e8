import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { isoTimestamp } from '../database/iso-timestamp.js';
import { Node } from '../relay/node.js';
import { TimelineItem } from './timeline-item.js';

export enum TicketEventType {
  CREATED = 'created',
  CHANGED = 'changed',
  DELETED = 'deleted',
}

export enum EventSource {
  WEB = 'web',
  API = 'api',
  TRIAGE = 'triage',
  IMPORT = 'import',
  MAIL = 'mail',
  SYSTEM = 'system',
}

registerEnumType(TicketEventType, {
  name: 'TicketEventType',
  description: 'What happened to a ticket.',
  valuesConfig: {
    CREATED: { description: 'It was submitted or imported.' },
    CHANGED: { description: 'One of its fields was changed.' },
    DELETED: { description: 'It was deleted; its trail stays.' },
  },
});

registerEnumType(EventSource, {
  name: 'EventSource',
  description: 'Through which door a change came.',
  valuesConfig: {
    WEB: { description: 'GraphQL, the web client included.' },
    API: { description: 'REST.' },
    TRIAGE: { description: 'Triage, on its own account.' },
    IMPORT: { description: 'An import of a file.' },
    MAIL: { description: 'An e-mail.' },
    SYSTEM: { description: 'The desk itself, or a command of its operator.' },
  },
});

@ObjectType({
  implements: [Node, TimelineItem],
  description: 'One entry of the append-only trail. It outlives its ticket.',
})
@Entity('ticket_event')
export class TicketEvent extends TimelineItem {
  @PrimaryColumn({ name: 'id', type: 'bigint' })
  key!: string;

  @Column({ name: 'ticket_number', type: 'integer' })
  override ticketNumber!: number;

  @Field(() => TicketEventType, { description: 'What happened.' })
  @Column({ type: 'enum', enum: TicketEventType, enumName: 'ticket_event_type' })
  type!: TicketEventType;

  @Field(() => String, { nullable: true, description: 'The field that was changed; null unless the type is CHANGED.' })
  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The value before, as REST spells it; only for category, priority, status, assignee, team, for snooze, whose value is the instant at which it ends, or "answer", and for merged_into, merged_ticket, incident and incident_ticket, whose values are numbers of tickets. Texts are never copied into the trail.',
  })
  @Column({ name: 'from_value', type: 'text', nullable: true })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'The value after, as `from`.' })
  @Column({ name: 'to_value', type: 'text', nullable: true })
  to!: string | null;

  /** The database tells GraphQL's programs and the web client apart; the API's word for both is WEB. */
  @Column({ name: 'source', type: 'enum', enum: [...Object.values(EventSource), 'graphql'], enumName: 'event_source' })
  door!: EventSource | 'graphql';

  @Field(() => EventSource, { description: 'Through which door the change came.' })
  get source(): EventSource {
    return this.door === 'graphql' ? EventSource.WEB : this.door;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Of a merge or an incident, or of one that was undone: one sentence; else null.',
  })
  get summary(): string | null {
    const { field, from, to } = this;
    if (field === 'merged_into') return to === null ? `Unmerged from T-${from}.` : `Merged into T-${to}.`;
    if (field === 'merged_ticket')
      return to === null ? `T-${from} was unmerged.` : `T-${to} was merged into this ticket.`;
    if (field === 'incident') return to === null ? `Removed from incident T-${from}.` : `Added to incident T-${to}.`;
    if (field === 'incident_ticket')
      return to === null ? `T-${from} was removed from this incident.` : `T-${to} was added to this incident.`;
    return null;
  }

  @Field(() => Boolean, {
    description: 'True where the web client sent the change; other callers of GraphQL have the source WEB too.',
  })
  get byWebClient(): boolean {
    return this.door === 'web';
  }

  @Field(() => String, { nullable: true, description: 'Who did it, by name; null where the caller had none.' })
  @Column({ type: 'text', nullable: true })
  actor!: string | null;

  /** The person, or the owner of the personal token, who did it. */
  @Column({ name: 'account_id', type: 'integer', nullable: true })
  accountKey!: number | null;

  @Column({ name: 'token_id', type: 'integer', nullable: true })
  tokenKey!: number | null;

  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, transformer: isoTimestamp })
  override createdAt!: string;

  /** The words that it tells of; null where it tells of the ticket itself. */
  @Column({ name: 'reply_id', type: 'bigint', nullable: true })
  replyKey!: string | null;

  @Column({ name: 'note_id', type: 'bigint', nullable: true })
  noteKey!: string | null;

  override get nodeKey(): string {
    return this.key;
  }
}
