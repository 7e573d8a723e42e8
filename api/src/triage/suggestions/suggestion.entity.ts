import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { isoTimestamp } from '../../database/iso-timestamp.js';
import { DateTime } from '../../graphql/date-time.js';
import { Node } from '../../relay/node.js';
import { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import { SuggestionOutcome, TriageSource } from '../../tickets/write/triage-port.js';
import '../triage.enums.js';

@ObjectType({ description: 'The suggested category, how sure triage was, and what became of it.' })
export class CategorySuggestion {
  @Field(() => TicketCategory, {
    description: 'The suggested category: GENERAL where confidence was below the threshold.',
  })
  @Column({ name: 'category', type: 'enum', enum: TicketCategory, enumName: 'ticket_category' })
  value!: TicketCategory;

  @Field(() => Float, { description: 'How sure the engine was of its own answer, from 0 to 1.' })
  @Column({ name: 'category_confidence', type: 'real' })
  confidence!: number;

  @Field(() => Boolean, {
    description: 'Whether confidence was below 0.45, so that the default is suggested instead.',
  })
  @Column({ name: 'category_below_threshold', type: 'boolean' })
  belowThreshold!: boolean;

  @Field(() => [String], {
    description:
      'Words of the text that decided it, as they are written there, the heaviest first, at most 4; empty where the default is suggested and from engines that cannot tell.',
  })
  @Column({ name: 'category_evidence', type: 'text', array: true })
  evidence!: string[];

  @Field(() => SuggestionOutcome, { description: 'What became of the suggested category.' })
  @Column({ name: 'category_outcome', type: 'enum', enum: SuggestionOutcome, enumName: 'suggestion_outcome' })
  outcome!: SuggestionOutcome;
}

@ObjectType({ description: 'The suggested priority, how sure triage was, and what became of it.' })
export class PrioritySuggestion {
  @Field(() => TicketPriority, {
    description: 'The suggested priority: MEDIUM where confidence was below the threshold.',
  })
  @Column({ name: 'priority', type: 'enum', enum: TicketPriority, enumName: 'ticket_priority' })
  value!: TicketPriority;

  @Field(() => Float, { description: 'How sure the engine was of its own answer, from 0 to 1.' })
  @Column({ name: 'priority_confidence', type: 'real' })
  confidence!: number;

  @Field(() => Boolean, {
    description: 'Whether confidence was below 0.40, so that the default is suggested instead.',
  })
  @Column({ name: 'priority_below_threshold', type: 'boolean' })
  belowThreshold!: boolean;

  @Field(() => [String], {
    description:
      'Words of the text that decided it, as they are written there, the heaviest first, at most 4; empty where the default is suggested and from engines that cannot tell.',
  })
  @Column({ name: 'priority_evidence', type: 'text', array: true })
  evidence!: string[];

  @Field(() => SuggestionOutcome, { description: 'What became of the suggested priority.' })
  @Column({ name: 'priority_outcome', type: 'enum', enum: SuggestionOutcome, enumName: 'suggestion_outcome' })
  outcome!: SuggestionOutcome;
}

@ObjectType({
  implements: Node,
  description: 'What triage suggested for one text, by whom and why, and what became of it.',
})
@Entity('triage_suggestion')
export class TriageSuggestion extends Node {
  @PrimaryGeneratedColumn('uuid', { name: 'id' })
  key!: string;

  /** Null until a ticket is created with it. */
  @Column({ name: 'ticket_number', type: 'integer', nullable: true })
  ticketNumber!: number | null;

  @Field(() => CategorySuggestion, { description: 'The suggested category.' })
  @Column(() => CategorySuggestion, { prefix: false })
  category!: CategorySuggestion;

  @Field(() => PrioritySuggestion, { description: 'The suggested priority.' })
  @Column(() => PrioritySuggestion, { prefix: false })
  priority!: PrioritySuggestion;

  @Field(() => TriageSource, { description: 'Who answered.' })
  @Column({ type: 'enum', enum: TriageSource, enumName: 'triage_source' })
  source!: TriageSource;

  @Field(() => String, { description: 'The engine in words: provider and model, "local classifier" or "default".' })
  @Column({ type: 'text' })
  engine!: string;

  @Field(() => String, { description: 'Version of the prompt that the model was given, or of the local classifier.' })
  @Column({ type: 'text' })
  version!: string;

  @Field(() => Int, { description: 'How long the answer took, in milliseconds.' })
  @Column({ name: 'latency_ms', type: 'integer' })
  latencyMs!: number;

  @Field(() => String, { nullable: true, description: 'Why, in one sentence of the language model; null from others.' })
  @Column({ type: 'text', nullable: true })
  rationale!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The passage of the ticket that justifies it, verbatim up to white space; null where none was given.',
  })
  @Column({ type: 'text', nullable: true })
  quote!: string | null;

  /** Of the ticket's words: an ISO 639-1 code, "und" where nothing can tell; null until somebody has looked. */
  @Column({ type: 'text', nullable: true })
  language!: string | null;

  /** Numbers of the corrected tickets that the answer follows. */
  @Column({ name: 'learned_from', type: 'integer', array: true })
  learnedFrom!: number[];

  @Field(() => DateTime, { description: 'When it was suggested.' })
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3, transformer: isoTimestamp, default: () => 'now()' })
  createdAt!: string;

  override get nodeKey(): string {
    return this.key;
  }
}
