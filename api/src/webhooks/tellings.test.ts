import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { TrailEntry } from '../trail/change-pages.js';
import { tellingsOf } from './tellings.js';

const at = '2026-11-21T13:02:13.250Z';
const entry = (type: string, more: Partial<TrailEntry> = {}): TrailEntry => ({
  ...{ key: '1', transaction: '7', ticketNumber: 1, type, field: null, to: null, replyKey: null, noteKey: null, at },
  ...more,
});
const told = (...entries: TrailEntry[]) =>
  tellingsOf(entries).map(({ body }) => {
    const { type, timestamp, data } = JSON.parse(body);
    expect(timestamp).toBe(at);
    return [type, data.ticket.number, data.changed ?? data.into?.number ?? null];
  });
const changed = (field: string, more: Partial<TrailEntry> = {}) => entry('changed', { field, ...more });

test('the fields that one transaction changed of one ticket are one message, each named once', () => {
  const other = changed('status', { ticketNumber: 2 });
  expect(told(changed('status'), changed('assignee'), changed('status'), other)).toEqual([
    ['ticket.updated', 1, ['status', 'assignee']],
    ['ticket.updated', 2, ['status']],
  ]);
  expect(told(changed('status'), changed('status', { transaction: '8' }))).toHaveLength(2);
});

test('what a ticket begins with is no change, and of what was made and deleted at once the end is told', () => {
  expect(told(entry('created'), changed('assignee'))).toEqual([['ticket.created', 1, null]]);
  expect(told(entry('created'), entry('deleted'))).toEqual([['ticket.deleted', 1, null]]);
});

test('a merge names the ticket that goes on; one that is undone is a change', () => {
  expect(told(changed('merged_into', { to: '5' }), changed('status'))).toEqual([
    ['ticket.updated', 1, ['status']],
    ['ticket.merged', 1, 5],
  ]);
  expect(told(changed('merged_into'))).toEqual([['ticket.updated', 1, ['merged_into']]]);
});

test('what was reworded or taken back is not told', () => {
  expect(told(entry('note_reworded', { noteKey: '1' }), entry('reply_taken_back', { replyKey: '1' }))).toEqual([]);
});
