/**
 * When an engine is sure enough to be followed. Below its threshold a field is suggested as its default, which was measured
 * to be right more often; the suggestion says so, and keeps the engine's confidence for the report card.
 */

import { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import { TriageSource } from '../../tickets/write/triage-port.js';
import type { Classification, Estimate, Suggested, SuggestedField } from './classification.js';

const CATEGORY = { threshold: 0.45, fallback: TicketCategory.GENERAL };
const PRIORITY = { threshold: 0.4, fallback: TicketPriority.MEDIUM };

/** When no engine can tell anything. */
export const DEFAULT_CLASSIFICATION: Classification = {
  source: TriageSource.DEFAULT,
  engine: 'default',
  version: 'default-1',
  category: { value: CATEGORY.fallback, confidence: 0 },
  priority: { value: PRIORITY.fallback, confidence: 0 },
  rationale: null,
  quote: null,
  learnedFrom: [],
};

export function applyThresholds(classification: Classification, latencyMs: number): Suggested {
  const { category, priority, evidence, ...rest } = classification;
  return {
    ...rest,
    latencyMs,
    category: fieldOf(category, evidence?.category ?? [], CATEGORY),
    priority: fieldOf(priority, evidence?.priority ?? [], PRIORITY),
  };
}

/** Words that spoke for a value that is not suggested are no evidence. */
function fieldOf<Value>(
  { value, confidence }: Estimate<Value>,
  evidence: string[],
  { threshold, fallback }: { threshold: number; fallback: Value },
): SuggestedField<Value> {
  return confidence < threshold
    ? { value: fallback, confidence, belowThreshold: true, evidence: [] }
    : { value, confidence, belowThreshold: false, evidence };
}
