import { describe, expect, it } from '@jest/globals';
import { exponential, softmax } from './exponential.js';

describe('exponential', () => {
  it('is e to the power of x', () => {
    for (const x of [0, -1e-9, -0.1, -Math.LN2, -1, -7.3, -39.9]) {
      expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
    }
  });

  it('is nothing where it would be too small to matter', () => {
    expect(exponential(-1e6)).toBe(0);
    expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

describe('softmax', () => {
  it('gives shares that add up to one, the largest to the highest score', () => {
    const [a = 0, b = 0, c = 0] = softmax([800, 801, -5]);
    expect(a + b + c).toBeCloseTo(1, 12);
    expect(b).toBeGreaterThan(a);
    expect(c).toBe(0);
  });
});
