import { registerEnumType } from 'type-graphql';
import { TicketCategory, TicketPriority, TicketStatus, WaitingOn } from '../fields/ticket-values.js';
import { OrderDirection, TicketOrderField } from '../read/ticket-order.js';

registerEnumType(TicketCategory, {
  name: 'TicketCategory',
  description: 'Which team must act: the root ask, not the words that occur.',
  valuesConfig: {
    BILLING: { description: 'Money: invoices, charges, refunds, plans, prices.' },
    TECHNICAL: { description: 'The product misbehaves: errors, outages, wrong results, integrations.' },
    ACCOUNT: { description: 'Who may get in and what they may do: login, users, roles, personal data.' },
    GENERAL: { description: 'Everything else: wishes, thanks, orders, partners, empty texts.' },
  },
});

registerEnumType(TicketPriority, {
  name: 'TicketPriority',
  description: 'Effect on people, in rising order.',
  valuesConfig: {
    LOW: { description: 'Questions, cosmetics, wishes; no action or no hurry.' },
    MEDIUM: { description: 'Degraded or partly wrong, a workaround exists, or a request to act on.' },
    HIGH: { description: 'One person or team cannot work, money was lost, or a hard deadline is near.' },
    CRITICAL: { description: 'Outage, data loss or exposure that hits many, or danger to people.' },
  },
});

registerEnumType(TicketStatus, {
  name: 'TicketStatus',
  description: 'How far the work is. Any status may follow any other.',
  valuesConfig: {
    OPEN: { description: 'Nobody works on it yet.' },
    IN_PROGRESS: { description: 'Somebody works on it.' },
    RESOLVED: { description: 'The problem is solved.' },
    CLOSED: { description: 'Nothing more will be done.' },
  },
});

registerEnumType(WaitingOn, {
  name: 'WaitingOn',
  description: 'Whose turn it is.',
  valuesConfig: {
    TEAM: { description: 'The team’s: the last words came from outside.' },
    REQUESTER: { description: 'The requester’s: the team replied last.' },
    NOBODY: { description: 'Nobody’s: it is resolved or closed.' },
  },
});

registerEnumType(TicketOrderField, {
  name: 'TicketOrderField',
  description: 'By what tickets are ordered; ties by number.',
  valuesConfig: {
    CREATED_AT: { description: 'When it was submitted.' },
    UPDATED_AT: { description: 'When it was last changed.' },
    PRIORITY: { description: 'LOW to CRITICAL.' },
    WAITING_SINCE: {
      description:
        'Since when the requester waits: ASC shows the longest first. Tickets on which nobody waits come last.',
    },
    URGENCY: { description: 'ASC shows the most urgent first, and of the same urgency the oldest.' },
  },
});

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list runs.',
  valuesConfig: { ASC: { description: 'Smallest first.' }, DESC: { description: 'Largest first.' } },
});
