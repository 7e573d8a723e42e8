/** The words that triage's engines share: what they are asked about and what they answer. */
import type { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import type { TicketText, TriageSource } from '../../tickets/write/triage-port.js';

/** A ticket whose category or priority a person of the team has corrected: an example to decide by. */
export type DecidedTicket = TicketText & {
  /** The ticket's number; examples are named by it in the answer. */
  number: number;
  category: TicketCategory;
  priority: TicketPriority;
  /** Which of the two was corrected by a person; the other one only describes the ticket. */
  correctedCategory: boolean;
  correctedPriority: boolean;
};

/** One field as proposed: what an engine thinks, before any threshold. */
export type Guess<Value> = { value: Value; confidence: number };

/** One field as offered: the default stands in where the engine was not sure enough, and says so. */
export type Offer<Value> = Guess<Value> & { belowThreshold: boolean };

/** What one engine makes of a ticket. */
export type Judgement = {
  source: TriageSource;
  /** Which engine, in words: the model's name, "local classifier" or "default". */
  engine: string;
  /** Version of the prompt or of the local model. */
  version: string;
  category: Guess<TicketCategory>;
  priority: Guess<TicketPriority>;
  rationale: string | null;
  quote: string | null;
  /** Numbers of the corrected tickets that this answer follows. */
  learnedFrom: number[];
};

/** What triage offers to the caller. */
export type Proposal = Omit<Judgement, 'category' | 'priority'> & {
  category: Offer<TicketCategory>;
  priority: Offer<TicketPriority>;
  latencyMs: number;
};
