/**
 * When a guess is good enough to be offered. Below its threshold a field is offered as its default, which was measured to
 * be right more often than such guesses; the offer says so, and keeps the engine's confidence for the report card.
 */

import { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import { TriageSource } from '../../tickets/write/triage-port.js';
import type { Guess, Judgement, Offer, Proposal } from './proposal.js';

const CATEGORY = { threshold: 0.45, fallback: TicketCategory.GENERAL };
const PRIORITY = { threshold: 0.4, fallback: TicketPriority.MEDIUM };

/** When no engine can tell anything. */
export const NO_JUDGEMENT: Judgement = {
  source: TriageSource.DEFAULT,
  engine: 'default',
  version: 'default-1',
  category: { value: CATEGORY.fallback, confidence: 0 },
  priority: { value: PRIORITY.fallback, confidence: 0 },
  rationale: null,
  quote: null,
  learnedFrom: [],
};

export function offer(judgement: Judgement, latencyMs: number): Proposal {
  const { source, engine, version, rationale, quote, learnedFrom } = judgement;
  return {
    ...{ source, engine, version, rationale, quote, learnedFrom, latencyMs },
    category: offerField(judgement.category, CATEGORY),
    priority: offerField(judgement.priority, PRIORITY),
  };
}

function offerField<Value>(
  guess: Guess<Value>,
  { threshold, fallback }: { threshold: number; fallback: Value },
): Offer<Value> {
  const belowThreshold = guess.confidence < threshold;
  return { value: belowThreshold ? fallback : guess.value, confidence: guess.confidence, belowThreshold };
}
