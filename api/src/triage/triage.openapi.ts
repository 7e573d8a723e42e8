import { fieldsBody } from '../rest/openapi.js';
import { bodyRefusals, commonRefusals, ref } from '../rest/openapi-refusals.js';
import { ticketFields } from '../tickets/fields/ticket-fields.js';
import { TicketCategory, TicketPriority } from '../tickets/fields/ticket-values.js';
import { TriageSource } from '../tickets/write/triage-port.js';

const confidence = { type: ['number', 'null'], minimum: 0, maximum: 1 };
const below = { type: 'boolean', description: 'True where the confidence was too low, so the default is suggested.' };

const draft = {
  type: 'object',
  description: 'The texts to classify.',
  required: ['description'],
  properties: {
    title: {
      type: 'string',
      maxLength: ticketFields.title.longest,
      description: 'One line; helps, where there is one.',
    },
    description: {
      type: 'string',
      minLength: 1,
      maxLength: ticketFields.description.longest,
      description: 'The story.',
    },
  },
  examples: [{ description: 'Nobody in our company can sign in since this morning.' }],
};

const classification = {
  type: 'object',
  description: 'A suggestion: who made it, how sure it is and why.',
  required: ['suggested_category', 'suggested_priority', 'used_fallback', 'suggestion_id', 'source'],
  properties: {
    suggested_category: { type: 'string', enum: Object.values(TicketCategory), description: 'The suggested category.' },
    suggested_priority: { type: 'string', enum: Object.values(TicketPriority), description: 'The suggested priority.' },
    used_fallback: {
      type: 'boolean',
      description: 'True unless the configured language model answered, now or from the cache.',
    },
    suggestion_id: { type: 'string', description: 'To be sent as `suggestion_id` when a ticket is made with it.' },
    source: { type: 'string', enum: Object.values(TriageSource), description: 'Who answered.' },
    engine: { type: 'string', description: 'The engine or model by name.' },
    version: { type: ['string', 'null'], description: 'The version of the prompt or of the local model.' },
    category_confidence: { ...confidence, description: 'How sure of the category, where the engine can tell.' },
    category_below_threshold: below,
    priority_confidence: { ...confidence, description: 'How sure of the priority, where the engine can tell.' },
    priority_below_threshold: below,
    rationale: { type: ['string', 'null'], description: 'Why, in a sentence of the model.' },
    quote: { type: ['string', 'null'], description: 'Words of the text that justify it, verbatim.' },
    learned_from: {
      type: 'array',
      items: { type: 'integer' },
      description: 'Numbers of corrected tickets that were shown to the model as examples.',
    },
    latency_ms: { type: 'integer', minimum: 0, description: 'How long the engine took, in milliseconds.' },
  },
};

/** What OpenAPI says of /api/tickets/classify. */
export const triageDescription = {
  paths: {
    '/api/tickets/classify': {
      post: {
        operationId: 'classifyTicket',
        tags: ['triage'],
        summary: 'Suggest category and priority',
        description: 'Never makes a ticket. A model that fails is no error: the local classifier answers.',
        requestBody: fieldsBody('TicketDraft'),
        responses: {
          200: { description: 'The suggestion.', content: { 'application/json': { schema: ref('Classification') } } },
          ...bodyRefusals,
          ...commonRefusals,
        },
      },
    },
  },
  schemas: { TicketDraft: draft, Classification: classification },
};
