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

/** One field as an engine sees it, before any threshold. */
export type Estimate<Value> = { value: Value; confidence: number };

/** One field as suggested: the default stands in where the engine was not sure enough, and says so. */
export type SuggestedField<Value> = Estimate<Value> & { belowThreshold: boolean; evidence: string[] };

/** What one engine makes of a ticket. */
export type Classification = {
  source: TriageSource;
  /** Which engine, in words: the model's name, "local classifier" or "default". */
  engine: string;
  /** Version of the prompt or of the local model. */
  version: string;
  category: Estimate<TicketCategory>;
  priority: Estimate<TicketPriority>;
  /** The words of the text that decided each field; only the local classifier knows them. */
  evidence?: { category: string[]; priority: string[] };
  rationale: string | null;
  quote: string | null;
  /** Numbers of the corrected tickets that this answer follows. */
  learnedFrom: number[];
};

/** What triage suggests to the caller. */
export type Suggested = Omit<Classification, 'category' | 'priority' | 'evidence'> & {
  category: SuggestedField<TicketCategory>;
  priority: SuggestedField<TicketPriority>;
  latencyMs: number;
};
