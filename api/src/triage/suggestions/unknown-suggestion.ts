import { NotFoundError } from '../../errors.js';

export function unknownSuggestion(path: readonly string[]): NotFoundError {
  return new NotFoundError('There is no such suggestion. Those that no ticket used are kept for a day.', path);
}
