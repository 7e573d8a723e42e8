import { InvalidInputError } from '../errors.js';
import { judgeText } from '../tickets/fields/ticket-rules.js';

export const longestMessage = 100_000;

/** Trimmed words of a reply or note. @throws InvalidInputError */
export function takeBody(value: unknown): string {
  const judged = judgeText(value, { longest: longestMessage, clean: (text) => text.trim() });
  if (typeof judged === 'string') return judged;
  throw new InvalidInputError([{ path: ['body'], ...judged }]);
}
