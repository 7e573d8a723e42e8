import { describe, expect, it } from '@jest/globals';
import { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import { TriageSource } from '../../tickets/write/triage-port.js';
import { type Classify, labelledTicket, replay } from './replay.js';

const classify: Classify = async ({ description }) => {
  if (description === 'fail') throw new Error('The engine has no answer.');
  return {
    source: TriageSource.MODEL,
    engine: 'custom/fake',
    version: 'prompt-1',
    category: { value: TicketCategory.BILLING, confidence: description === 'unsure' ? 0.2 : 0.9 },
    priority: { value: TicketPriority.HIGH, confidence: 0.9 },
    rationale: null,
    quote: null,
    learnedFrom: [],
    usage: { inputTokens: 1_000, outputTokens: 100 },
  };
};

const rows = [
  { text: 'a', category: 'billing', priority: 'high' },
  { title: 'b', description: 'unsure', category: 'general', priority: 'critical' },
  { text: 'c', category: 'technical' },
  { text: 'fail', category: 'billing' },
].map((row) => labelledTicket.parse(row));

describe('replaying labelled tickets', () => {
  it('engines what would have been offered, and only the fields that are labelled', async () => {
    const report = await replay(rows, classify, { parallel: 2, prices: null });
    expect(report).toMatchObject({ engine: 'custom/fake', version: 'prompt-1', answered: 3, failed: 1, costUsd: null });
    expect(report.category).toMatchObject({ count: 3, accuracy: 2 / 3 });
    expect(report.priority).toMatchObject({ count: 2, accuracy: 0.5, withinOneLevel: 1 });
  });

  it('adds up tokens and what they cost', async () => {
    const report = await replay(rows, classify, { parallel: 1, prices: { input: 2, output: 10 } });
    expect(report.tokens).toEqual({ input: 3_000, output: 300 });
    expect(report.costUsd).toBeCloseTo(0.009);
  });

  it('does not report on an engine that never answered', async () => {
    await expect(replay(rows.slice(3), classify, { parallel: 1, prices: null })).rejects.toThrow('answered none');
  });
});
