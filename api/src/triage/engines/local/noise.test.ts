import { describe, expect, it } from '@jest/globals';
import { withNoise } from './noise.js';
import { Random } from './random.js';

describe('withNoise', () => {
  it('surrounds a ticket with lines, and mostly leaves its words as they are', () => {
    const random = new Random(7);
    const noisy = Array.from({ length: 200 }, () => withNoise('Please correct the invoice.', random));
    const whole = noisy.filter((text) => text.includes('Please correct the invoice.'));
    expect(whole.length).toBeGreaterThan(150);
    expect(whole.length).toBeLessThan(200);
    expect(new Set(noisy).size).toBeGreaterThan(150);
  });

  it('gives the same lines for the same seed', () => {
    expect(withNoise('Help', new Random(3))).toBe(withNoise('Help', new Random(3)));
  });
});
