import DataLoader from 'dataloader';
import type { Caller } from '../../caller.js';
import type { TriageSuggestion } from './suggestion.entity.js';
import type { SuggestionService } from './suggestion.service.js';

/** Fresh for every request: what one request read must not answer another. */
export function suggestionLoaders(caller: Caller, suggestions: SuggestionService) {
  return {
    suggestion: new DataLoader<string, TriageSuggestion | null>((keys) => suggestions.findAll(caller, keys)),
    /** By ticket number: the suggestion that the ticket shows. */
    suggestionOfTicket: new DataLoader<number, TriageSuggestion | null>((numbers) =>
      suggestions.latestOf(caller, numbers),
    ),
  };
}
