import { describe, expect, it } from '@jest/globals';
import { TicketPriority } from '../../src/tickets/fields/ticket-values.js';
import { loadBuiltInClassifier } from '../../src/triage/engines/local/local-classifier.js';
import { hostileTickets } from '../support/hostile-tickets.js';

describe('the local classifier', () => {
  it('is swayed to critical by at most two of forty hostile tickets', () => {
    const classifier = loadBuiltInClassifier();
    const isCritical = (ticket: { title: string; description: string }) =>
      classifier.predict(ticket).priority.value === TicketPriority.CRITICAL;
    const swayed = hostileTickets.filter(({ hostile, harmless }) => isCritical(hostile) && !isCritical(harmless));
    expect(hostileTickets).toHaveLength(40);
    expect(swayed.length).toBeLessThanOrEqual(2);
  });
});
