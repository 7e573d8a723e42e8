import { commonRefusals, ref } from '../rest/openapi-refusals.js';
import { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';

const count = { type: 'integer', minimum: 0 } as const;

function breakdown(of: string, values: readonly string[]) {
  const properties = Object.fromEntries(values.map((value) => [value, count]));
  return {
    type: 'object',
    description: `Tickets of every status by ${of}, zeros included.`,
    required: values,
    properties,
  };
}

const example = {
  total_tickets: 124,
  open_tickets: 67,
  avg_tickets_per_day: 8.3,
  priority_breakdown: { low: 30, medium: 52, high: 31, critical: 11 },
  category_breakdown: { billing: 28, technical: 55, account: 22, general: 19 },
  status_breakdown: { open: 67, in_progress: 20, resolved: 25, closed: 12 },
};

/** What OpenAPI says of /api/tickets/stats. */
export const statsDescription = {
  paths: {
    '/api/tickets/stats': {
      get: {
        operationId: 'getTicketStats',
        tags: ['statistics'],
        summary: 'Count the tickets',
        description: 'Of the whole desk: the filters of the list do not apply.',
        responses: {
          200: { description: 'The figures.', content: { 'application/json': { schema: ref('TicketStats') } } },
          ...commonRefusals,
        },
      },
    },
  },
  schemas: {
    TicketStats: {
      type: 'object',
      description: 'Figures of the whole desk.',
      required: Object.keys(example),
      properties: {
        total_tickets: { ...count, description: 'All tickets.' },
        open_tickets: { ...count, description: 'Tickets whose status is open.' },
        avg_tickets_per_day: {
          type: 'number',
          minimum: 0,
          description: 'Tickets made per UTC day, over the days with at least one, to one decimal; 0 without tickets.',
        },
        priority_breakdown: breakdown('priority', Object.values(TicketPriority)),
        category_breakdown: breakdown('category', Object.values(TicketCategory)),
        status_breakdown: breakdown('status', Object.values(TicketStatus)),
      },
      examples: [example],
    },
  },
};
