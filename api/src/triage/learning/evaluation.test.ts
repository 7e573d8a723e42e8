import { describe, expect, it } from '@jest/globals';
import { evaluate, type Scored, withinOneLevel } from './evaluation.js';

const levels = ['low', 'medium', 'high'] as const;
type Level = (typeof levels)[number];

const row = (expected: Level, predicted: Level, confidence = 0.95): Scored<Level> => ({
  expected,
  predicted,
  confidence,
});

describe('the evaluation of predictions', () => {
  const rows = [row('low', 'low'), row('low', 'high'), row('medium', 'medium'), row('medium', 'low')];

  it('counts hits, and misses by what was expected and what was said', () => {
    const report = evaluate(levels, rows);
    expect(report).toMatchObject({ count: 4, accuracy: 0.5 });
    expect(report.confusion.low).toEqual({ low: 1, medium: 0, high: 1 });
    expect(report.byLabel.medium).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, count: 2 });
  });

  it('averages F1 over the labels that occur', () => {
    expect(evaluate(levels, rows).macroF1).toBeCloseTo((1 / 2 + 2 / 3) / 2);
  });

  it('finds no calibration error where confidence and accuracy agree, and all of it where they are opposite', () => {
    expect(evaluate(levels, [row('low', 'low', 0.5), row('low', 'high', 0.5)]).calibrationError).toBe(0);
    expect(evaluate(levels, [row('low', 'high', 1), row('low', 'medium', 1)]).calibrationError).toBe(1);
  });

  it('accepts a neighbouring level where order counts', () => {
    expect(withinOneLevel(levels, rows)).toBe(0.75);
  });

  it('answers zeros for no rows at all', () => {
    expect(evaluate(levels, [])).toMatchObject({ count: 0, accuracy: 0, macroF1: 0, calibrationError: 0 });
  });
});
