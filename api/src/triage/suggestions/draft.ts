/** What may be triaged before it is a ticket: the rules of a ticket's texts, but one of the two may still be missing. */
import { InvalidInputError } from '../../errors.js';
import { parseTicketChanges } from '../../tickets/fields/ticket-rules.js';
import type { TicketText } from '../../tickets/write/triage-port.js';

export type Draft = { readonly title?: unknown; readonly description?: unknown };

/** @throws InvalidInputError */
export function parseDraft({ title, description }: Draft): TicketText {
  const written = Object.entries({ title, description }).filter(([, text]) => !isMissing(text));
  if (written.length === 0) {
    const message = 'A title or a description is needed.';
    throw new InvalidInputError([{ path: ['description'], code: 'required', message }]);
  }
  return { title: '', description: '', ...parseTicketChanges(Object.fromEntries(written)) };
}

function isMissing(text: unknown): boolean {
  return text == null || (typeof text === 'string' && text.trim() === '');
}
