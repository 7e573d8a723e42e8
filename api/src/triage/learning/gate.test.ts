import { describe, expect, it } from '@jest/globals';
import { type GateScores, verdictOn } from './gate.js';

const scores = (dev: number, heldOut: GateScores['heldOut']): GateScores => ({
  candidate: { heldOut: 0.8, dev },
  inUse: { heldOut: 0.8, dev: 0.95 },
  builtIn: { dev: 0.9 },
  heldOut,
});

describe('the gate of a retrained classifier', () => {
  it('compares the corpus with the built-in classifier, not with a lucky earlier one', () => {
    expect(verdictOn(scores(0.895, { confirmed: 10, gained: 5, lost: 1 })).adopted).toBe(true);
  });

  it('refuses what harms ordinary tickets, however much it gains on the team’s own', () => {
    const verdict = verdictOn(scores(0.88, { confirmed: 10, gained: 90, lost: 0 }));
    expect(verdict).toEqual({
      adopted: false,
      reason: 'On the corpus it is right in 88.0 %, the built-in classifier in 90.0 %.',
    });
  });

  it.each([
    [9, 12, true],
    [4, 12, false],
    [0, 0, true],
  ])('with %d gained and %d lost, takes chance into account', (gained, lost, adopted) => {
    expect(verdictOn(scores(0.9, { confirmed: 10, gained, lost })).adopted).toBe(adopted);
  });

  it('draws nothing from held-out tickets that are corrections only', () => {
    const verdict = verdictOn(scores(0.9, { confirmed: 0, gained: 0, lost: 30 }));
    expect(verdict.adopted).toBe(true);
    expect(verdict.reason).toContain('No confirmed ticket');
  });
});
