/** What OpenAPI says of a ticket and of the bodies that make or change one; the rules themselves stand in ticket-rules.ts. */
import { type RestName, ticketFields } from '../fields/ticket-fields.js';

export const category = { type: 'string', enum: ticketFields.category.values } as const;
export const priority = { type: 'string', enum: ticketFields.priority.values } as const;
export const status = { type: 'string', enum: ticketFields.status.values } as const;
const instant = { type: 'string', format: 'date-time' } as const;

const texts = {
  title: {
    type: 'string',
    minLength: 1,
    maxLength: ticketFields.title.longest,
    description: 'One line: what it is about. Blanks at the ends are cut off; lengths are in Unicode code points.',
  },
  description: {
    type: 'string',
    minLength: 1,
    maxLength: ticketFields.description.longest,
    description: 'The whole story. Line breaks are kept; the web client reads it as Markdown.',
  },
} as const;

const choices = {
  category: { ...category, description: 'The team that it is for. Left out on create: triage suggests it.' },
  priority: { ...priority, description: 'How much it matters. Left out on create: triage suggests it.' },
  status: { ...status, description: 'Where the work on it is. Any status may follow any other.' },
} as const;

const named = (description: string) => ({
  type: ['object', 'null'],
  description,
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', description: 'The id that the graph knows it by.' },
    name: { type: 'string', description: 'The name to show.' },
  },
});

const example = {
  id: 1042,
  title: 'Charged twice for May',
  description: 'My card shows two payments of 29 € on 3 May. Please return one.',
  category: 'billing',
  priority: 'high',
  status: 'open',
  created_at: '2026-02-19T10:11:12.345Z',
  updated_at: '2026-02-19T10:11:12.345Z',
  resolved_at: null,
} satisfies Record<RestName, unknown>;

export const ticketSchemas = {
  Ticket: {
    type: 'object',
    description: 'A ticket as it stands.',
    required: Object.keys(example),
    properties: {
      id: { type: 'integer', minimum: 1, description: 'The number that people call it by.' },
      ...texts,
      ...choices,
      created_at: { ...instant, description: 'When it was made, in UTC with milliseconds.' },
      updated_at: { ...instant, description: 'When it was last changed, in UTC with milliseconds.' },
      resolved_at: {
        type: ['string', 'null'],
        format: 'date-time',
        description: 'When it became resolved or closed, in UTC; null while it is neither.',
      },
      requester: {
        ...named('Who asked; null where nobody is known. Only with `include=requester`, which needs PEOPLE_READ.'),
        required: ['id', 'name', 'email'],
        properties: {
          ...named('').properties,
          email: { type: ['string', 'null'], description: 'The address that answers go to; null where none is known.' },
        },
      },
      assignee: named('Whose it is; null while it is nobody’s. Only with `include=assignee`.'),
      team: named('Which team’s it is; null where it is no team’s. Only with `include=team`.'),
      request_url: {
        type: ['string', 'null'],
        description:
          'The address of the submitter’s own page, told once; null where a member of the team named somebody else. Only of a submission with `include=request_url`.',
      },
    },
    examples: [example],
  },
  TicketCreate: {
    type: 'object',
    description: 'A ticket to make. Unknown fields are ignored, `id` and `created_at` too.',
    required: ['title', 'description'],
    properties: {
      ...texts,
      ...choices,
      requester_email: {
        type: 'string',
        description:
          'Who asks, by e-mail address. Whoever has it already asked this too; nothing about them is changed.',
      },
      requester_name: { type: 'string', maxLength: 100, description: 'The name of whoever asks.' },
      suggestion_id: { type: 'string', description: 'The `suggestion_id` that classify answered, where it was used.' },
    },
    examples: [{ title: example.title, description: example.description }],
  },
  TicketReplace: {
    type: 'object',
    description: 'Both texts anew. Category, priority and status keep their values where they are left out.',
    required: ['title', 'description'],
    properties: { ...texts, ...choices },
    examples: [{ title: example.title, description: example.description, status: 'closed' }],
  },
  TicketUpdate: {
    type: 'object',
    description: 'The fields to change; none is fine.',
    properties: { ...texts, ...choices },
    examples: [{ status: 'in_progress' }],
  },
} as const;
