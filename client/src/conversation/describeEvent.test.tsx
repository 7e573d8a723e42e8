import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { describeDoor, describeEvent, type TrailEvent } from './describeEvent.js';

afterEach(cleanup);

const event = (values: Partial<TrailEvent>): TrailEvent => ({
  __typename: 'TicketEvent',
  id: 'event',
  ticketNumber: 7,
  type: 'CHANGED',
  field: null,
  from: null,
  to: null,
  source: 'WEB',
  byWebClient: true,
  actor: null,
  createdAt: '2026-11-21T10:00:00.000Z',
  ...values,
});

function sentence(values: Partial<TrailEvent>): string | null {
  return render(describeEvent(event(values)).sentence).container.textContent;
}

test.each([
  [{ field: 'status', from: 'open', to: 'in_progress' }, 'Status: Open to In progress'],
  [{ field: 'priority', from: 'low', to: 'critical' }, 'Priority raised: Low to Critical'],
  [{ field: 'priority', from: 'high', to: 'medium' }, 'Priority lowered: High to Medium'],
  [{ field: 'category', from: 'billing', to: 'account' }, 'Moved: Billing to Account'],
  [{ field: 'snooze', from: null, to: 'answer' }, 'Snoozed until an answer'],
  [{ field: 'merged_ticket', from: null, to: '9' }, 'Merged T-9 into this ticket'],
  [{ field: 'merged_ticket', from: '9', to: null }, 'Took T-9 apart again'],
  [{ field: 'merged_into', from: null, to: '5' }, 'Merged into T-5'],
  [{ field: 'merged_into', from: '5', to: null }, 'Taken apart from T-5'],
  [{ field: 'incident', from: null, to: '5' }, 'Added to incident T-5'],
  [{ field: 'incident', from: '5', to: null }, 'Removed from incident T-5'],
  [{ field: 'incident_ticket', from: null, to: '9' }, 'T-9 was added to this incident'],
  [{ field: 'incident_ticket', from: '9', to: null }, 'T-9 was removed from this incident'],
  [{ field: 'snooze', from: 'answer', to: null }, 'Back from its snooze'],
  [{ field: 'snooze', from: null, to: '2020-03-01T09:00:00.000Z' }, /^Snoozed until 1 Mar/],
  [{ field: 'title', from: 'Old', to: 'New' }, 'Changed the title'],
  [{ field: 'status', from: 'open', to: 'a word of tomorrow' }, 'Changed the status'],
  [{ type: 'DELETED' as const }, 'Deleted'],
  [{ type: 'CREATED' as const, source: 'IMPORT' as const, byWebClient: false }, 'Brought in'],
])('an event %j reads as a sentence', (values, words) => {
  expect(sentence(values)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
});

test.each([
  [{ byWebClient: true }, 'Submitted from the form'],
  [{ byWebClient: false }, 'Submitted through GraphQL'],
  [{ byWebClient: false, source: 'API' as const }, 'Submitted through REST'],
  [{ byWebClient: false, source: 'MAIL' as const }, 'Submitted by e-mail'],
  [{ byWebClient: false, source: 'IMPORT' as const }, 'Brought in by an import'],
])('a ticket whose first event is %j tells which door it came through', (values, words) => {
  const created = event({ type: 'CREATED', ...values });
  expect(sentence(created) + describeDoor(created)).toBe(words);
});
