/**
 * Math.exp may differ in its last bit from machine to machine, and training would carry that on until the artefact
 * differs. This one uses only operations that IEEE 754 rounds in one way.
 */
const ln2 = Math.LN2;
/** Below this the result is too small to matter in a sum of probabilities. */
const lowest = -40;
const terms = 14;

/** e to the power of x, for x ≤ 0. */
export function exponential(x: number): number {
  if (x < lowest) return 0;
  const halvings = Math.floor(-x / ln2);
  const rest = x + halvings * ln2;
  let sum = 1;
  for (let term = terms; term > 0; term--) sum = 1 + (sum * rest) / term;
  for (let index = 0; index < halvings; index++) sum /= 2;
  return sum;
}

/** Scores as shares that add up to one. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const exponents = scores.map((score) => exponential(score - highest));
  const total = exponents.reduce((sum, exponent) => sum + exponent, 0);
  return exponents.map((exponent) => exponent / total);
}
