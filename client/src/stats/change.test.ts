import { describe, expect, it } from '@jest/globals';
import { compareCounts, compareHours, inHours, share } from './change.js';

describe('a figure against the period before', () => {
  it('names direction, amount and whether that is good news', () => {
    expect(compareCounts(876, 820, 'up')).toEqual({ direction: 'up', amount: '6.8%', against: 'vs 820', good: true });
    expect(compareCounts(10, 20, 'up')).toMatchObject({ direction: 'down', amount: '50%', good: false });
  });

  it('is neither good nor bad where no direction is better, or nothing changed', () => {
    expect(compareCounts(919, 883, null)?.good).toBeNull();
    expect(compareCounts(5, 5, 'up')).toMatchObject({ direction: 'same', good: null });
  });

  it('is not made up where there was nothing before', () => {
    expect(compareCounts(5, 0, 'up')).toBeNull();
    expect(compareHours(3, null)).toBeNull();
  });

  it('counts fewer hours to resolve as good', () => {
    expect(compareHours(7.4, 8.6)).toEqual({ direction: 'down', amount: '1.2 h', against: 'faster', good: true });
    expect(compareHours(9, 8.5)).toMatchObject({ amount: '30 min', against: 'slower', good: false });
  });
});

describe('hours', () => {
  it.each([
    [0.25, { value: '15', unit: 'min' }],
    [7.44, { value: '7.4', unit: 'h' }],
    [72, { value: '3', unit: 'd' }],
  ])('of %d read as people say them', (hours, words) => {
    expect(inHours(hours)).toEqual(words);
  });
});

describe('a share', () => {
  it('is a percentage of its whole, and nothing of nothing', () => {
    expect(share(1, 4)).toBe('25%');
    expect(share(0, 0)).toBe('–');
  });
});
