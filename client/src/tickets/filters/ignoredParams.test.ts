import { describe, expect, test } from '@jest/globals';
import { ignoredParams } from './ignoredParams.js';
import { parseFilters } from './ticketFilters.js';

const ignored = (query: string) => ignoredParams(new URLSearchParams(query));

describe('an address', () => {
  test('is read in any case', () => {
    expect(parseFilters(new URLSearchParams('status=OPEN&priority=High&order=-PRIORITY&created=7D'))).toMatchObject({
      status: ['OPEN'],
      priority: ['HIGH'],
      created: 7,
      order: { field: 'PRIORITY', direction: 'DESC' },
    });
    expect(ignored('status=OPEN&priority=High&order=-PRIORITY&created=7D')).toEqual([]);
  });

  test('keeps the ids of people and teams as they are', () => {
    expect(ignored('assignee=me&team=VGVhbTox&waiting_on=team')).toEqual([]);
  });

  test('is told what of it was not understood', () => {
    expect(ignored('status=open&status=opn&colour=red&created=8d&order=name&created_from=soon')).toEqual([
      'status=opn',
      'colour=red',
      'created=8d',
      'order=name',
      'created_from=soon',
    ]);
  });

  test('of every kind of filter is understood', () => {
    expect(
      ignored('search=x&created_from=2026-11-01&resolved_to=2026-11-08T00:00Z&outcome=kept&order=-created_at'),
    ).toEqual([]);
  });
});
