import { describe, expect, test } from '@jest/globals';
import {
  activeFilters,
  inboxPath,
  noFilters,
  parseFilters,
  type TicketFilters,
  toSearchParams,
  toVariables,
} from './ticketFilters.js';

const parse = (query: string) => parseFilters(new URLSearchParams(query));
const noon = Date.parse('2026-11-21T12:00:00Z');

const everything: TicketFilters = {
  search: 'month end',
  status: ['OPEN', 'IN_PROGRESS'],
  priority: ['CRITICAL'],
  category: ['BILLING', 'GENERAL'],
  created: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z' },
  resolved: { from: '2026-11-02T00:00:00.000Z', to: null },
  source: ['LOCAL'],
  outcome: ['OVERRIDDEN'],
  suggestion: {
    category: 'BILLING',
    priority: 'HIGH',
    categoryOutcome: ['CONFIRMED', 'OVERRIDDEN'],
    priorityOutcome: ['KEPT'],
    language: 'de',
    version: '0f3a5b7c9d1e',
    createdAt: { from: '2026-11-01T00:00:00.000Z' },
  },
  assignee: 'me',
  team: 'VGVhbTox',
  waiting: ['TEAM', 'REQUESTER'],
  snoozed: ['YES'],
  order: { field: 'PRIORITY', direction: 'DESC' },
};

describe('the address of a list', () => {
  test('holds every filter and the order, and reads back as the same', () => {
    expect(parseFilters(toSearchParams(everything))).toEqual(everything);
  });

  test('is empty when nothing is narrowed and the newest come first', () => {
    expect(inboxPath({})).toBe('/');
    expect(parse('')).toEqual(noFilters);
  });

  test('repeats a filter for each of its values, in the words of the REST interface', () => {
    expect(inboxPath({ status: ['OPEN', 'IN_PROGRESS'] })).toBe('/?status=open&status=in_progress');
  });

  test('ignores what it does not know', () => {
    expect(parse('status=lost&priority=&order=colour&created=3w&created_from=yesterday&page=2')).toEqual(noFilters);
    expect(parse('suggested_category=colour&category_outcome=pending&suggested_from=yesterday')).toEqual(noFilters);
  });

  test('keeps a recent span as a span, so that a shared link moves with the calendar', () => {
    expect(toSearchParams({ created: 7 }).toString()).toBe('created=7d');
    expect(parse('created=7d').created).toBe(7);
  });
});

describe('the variables of a list', () => {
  test('leave out what is not narrowed', () => {
    expect(toVariables(noFilters, noon, 'UTC')).toEqual({
      filter: null,
      orderBy: { field: 'CREATED_AT', direction: 'DESC' },
    });
  });

  test('ask for neither what rests nor the others where both are chosen', () => {
    expect(toVariables({ ...noFilters, snoozed: ['YES', 'NO'] }, noon, 'UTC').filter).toBeNull();
    expect(toVariables({ ...noFilters, snoozed: ['NO'] }, noon, 'UTC').filter).toEqual({ snoozed: false });
  });

  test('carry every filter under the name the graph gives it', () => {
    expect(toVariables(everything, noon, 'UTC')).toEqual({
      filter: {
        search: 'month end',
        status: ['OPEN', 'IN_PROGRESS'],
        priority: ['CRITICAL'],
        category: ['BILLING', 'GENERAL'],
        createdAt: everything.created,
        resolvedAt: everything.resolved,
        assignee: { me: true },
        teamId: ['VGVhbTox'],
        suggestionSource: ['LOCAL'],
        suggestionOutcome: ['OVERRIDDEN'],
        suggestion: everything.suggestion,
        waitingOn: ['TEAM', 'REQUESTER'],
        snoozed: true,
      },
      orderBy: { field: 'PRIORITY', direction: 'DESC' },
    });
  });

  test('begin the last seven days at midnight of the chosen zone, today included', () => {
    const { filter } = toVariables({ ...noFilters, created: 7 }, noon, 'Europe/Berlin');
    expect(filter?.createdAt).toEqual({ from: '2026-11-14T23:00:00.000Z', to: null });
  });

  test('do not search for blanks', () => {
    expect(toVariables({ ...noFilters, search: '   ' }, noon, 'UTC').filter).toBeNull();
    expect(activeFilters({ ...noFilters, search: '   ' })).toEqual([]);
  });
});
