import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { resource } from '../rest/resource.js';
import { fieldsOf } from '../rest/rest.js';
import { parseTicketChanges } from '../tickets/fields/ticket-rules.js';
import { TriageSource } from '../tickets/write/triage-port.js';
import type { TriageSuggestion } from './suggestions/suggestion.entity.js';
import type { SuggestionService } from './suggestions/suggestion.service.js';

/** POST /api/tickets/classify/: suggests, and never creates a ticket. A model that fails is never an error for the caller. */
export function triageRoutes({ suggestions }: { suggestions: SuggestionService }): FastifyPluginAsync {
  return async (rest) => {
    const classify = {
      async POST(request: FastifyRequest) {
        const { title, description } = fieldsOf(request.body);
        // Stricter than a draft of the web client: callers of the contract always send a description.
        parseTicketChanges({ description }, ['description']);
        return toRest(await suggestions.suggest(request.caller, { title, description }));
      },
    };
    resource(rest, '/tickets/classify', classify, { budget: 'triage' });
  };
}

function toRest(suggestion: TriageSuggestion) {
  const { category, priority, source } = suggestion;
  return {
    suggested_category: category.value,
    suggested_priority: priority.value,
    used_fallback: source !== TriageSource.MODEL && source !== TriageSource.CACHE,
    suggestion_id: suggestion.key,
    source,
    engine: suggestion.engine,
    version: suggestion.version,
    category_confidence: category.confidence,
    category_below_threshold: category.belowThreshold,
    priority_confidence: priority.confidence,
    priority_below_threshold: priority.belowThreshold,
    rationale: suggestion.rationale,
    quote: suggestion.quote,
    learned_from: suggestion.learnedFrom,
    latency_ms: suggestion.latencyMs,
  };
}
