import { describe, expect, it } from '@jest/globals';
import { noFilters, type TicketFilters } from '../tickets/filters/ticketFilters.js';
import { exportPath } from './exportPath.js';

const now = Date.parse('2026-11-21T12:00:00Z');
const exported = (filters: Partial<TicketFilters>) => exportPath({ ...noFilters, ...filters }, now, 'Europe/Berlin');

describe('the export link', () => {
  it('carries every filter in the words of the REST interface, and the order shown', () => {
    const path = exported({
      search: ' month end ',
      status: ['OPEN', 'IN_PROGRESS'],
      priority: ['CRITICAL'],
      created: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z' },
      order: { field: 'PRIORITY', direction: 'DESC' },
    });
    const url = new URL(path ?? '', 'http://desk');
    expect(url.pathname).toBe('/api/tickets/export.csv');
    expect([...url.searchParams]).toEqual([
      ['priority', 'critical'],
      ['status', 'open'],
      ['status', 'in_progress'],
      ['search', 'month end'],
      ['created_from', '2026-11-01T00:00:00.000Z'],
      ['created_to', '2026-11-08T00:00:00.000Z'],
      ['order', '-priority'],
    ]);
  });

  it('turns "the last 7 days" into the instant at which they began for this person', () => {
    expect(exported({ created: 7 })).toContain('created_from=2026-11-14T23%3A00%3A00.000Z');
  });

  it('says whose turn it is', () => {
    expect(exported({ waiting: ['TEAM'] })).toContain('waiting_on=team');
  });

  it.each<Partial<TicketFilters>>([
    { outcome: ['OVERRIDDEN'] },
    { suggestion: { language: 'de' } },
    { snoozed: ['NO'] },
    { waiting: ['TEAM', 'REQUESTER'] },
    { resolved: { from: '2026-11-01T00:00:00.000Z', to: null } },
  ])('is withheld where the export could not narrow as far as the list: %j', (filters) => {
    expect(exported(filters)).toBeNull();
  });
});
