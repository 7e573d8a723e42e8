/** Finds tickets by what triage suggested for them and what became of it. All conditions are about one suggestion. */
import { InvalidInputError } from '../../errors.js';
import type { Condition } from '../../tickets/read/list-ports.js';
import type { TicketFilter } from '../../tickets/read/ticket-filter.js';

type Parameter = Parameters<Condition>[0];

export function suggestionConditions(filter: TicketFilter): Condition[] {
  const asked = askedOf(filter);
  if (asked.length === 0) return [];
  return [
    (parameter) => {
      const conditions = asked.map((condition) => condition(parameter));
      return `ticket.number in (select ticket_number from triage_suggestion where ${conditions.join(' and ')})`;
    },
  ];
}

/** @throws InvalidInputError for what no suggestion can hold */
function textOf(field: string, text: string | null | undefined): string | null {
  if (text?.includes('\0') || text?.isWellFormed() === false) {
    const message = 'Null characters and halves of characters are not allowed.';
    throw new InvalidInputError([{ path: ['suggestion', field], code: 'null_character', message }]);
  }
  return text || null;
}

function askedOf({ suggestionSource, suggestionOutcome, suggestion }: TicketFilter): Condition[] {
  const { category, priority, categoryOutcome, priorityOutcome, createdAt } = suggestion ?? {};
  const [language, version] = [textOf('language', suggestion?.language), textOf('version', suggestion?.version)];
  const outcomes = (values: unknown) => (parameter: Parameter) => `${parameter(values)}::suggestion_outcome[]`;
  const conditions: (Condition | false | null | undefined | 0 | '')[] = [
    suggestionSource?.length && ((parameter) => `source = any(${parameter(suggestionSource)}::triage_source[])`),
    suggestionOutcome?.length &&
      ((parameter) => `array[category_outcome, priority_outcome] && ${outcomes(suggestionOutcome)(parameter)}`),
    category && ((parameter) => `category = ${parameter(category)}::ticket_category`),
    priority && ((parameter) => `priority = ${parameter(priority)}::ticket_priority`),
    categoryOutcome?.length && ((parameter) => `category_outcome = any(${outcomes(categoryOutcome)(parameter)})`),
    priorityOutcome?.length && ((parameter) => `priority_outcome = any(${outcomes(priorityOutcome)(parameter)})`),
    language && ((parameter) => `language = ${parameter(language)}::text`),
    version && ((parameter) => `version = ${parameter(version)}::text`),
    createdAt?.from && ((parameter) => `created_at >= ${parameter(createdAt.from)}::timestamptz`),
    createdAt?.to && ((parameter) => `created_at < ${parameter(createdAt.to)}::timestamptz`),
  ];
  return conditions.filter((condition): condition is Condition => typeof condition === 'function');
}
