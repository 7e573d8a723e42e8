/**
 * Reads what the model wrote. Models fence their JSON, put prose around it, add keys and shout enum values; all of that
 * is accepted. A missing or unknown category or priority is not: half an answer counts as none, so that the next
 * engine decides both fields.
 */
import { z } from 'zod';
import { TicketCategory, TicketPriority } from '../../../tickets/fields/ticket-values.js';
import type { TicketText } from '../../../tickets/write/triage-port.js';
import { ModelFailure } from './model-failure.js';
import { stripInvisible } from './redaction.js';

/** A model that states no confidence is taken, but never looks sure. */
const UNSTATED_CONFIDENCE = 0.5;
const MAX_REPLY_LENGTH = 20_000;
/** Prose before the answer may hold braces of its own; past this many the reply is given up. */
const MAX_ATTEMPTS = 10;
const MAX_SENTENCE_LENGTH = 300;

/** What the model is asked for; also the source of the JSON schema in the request. */
export const requestedAnswer = z.strictObject({
  rationale: z.string().describe('One short English sentence: why this category and this priority.'),
  quote: z.string().describe('The shortest passage copied letter by letter from the ticket that justifies it, or "".'),
  category: z.enum(TicketCategory),
  category_confidence: z.number().describe('Probability from 0 to 1 that the category is right.'),
  priority: z.enum(TicketPriority),
  priority_confidence: z.number().describe('Probability from 0 to 1 that the priority is right.'),
});

const label = <T extends Record<string, string>>(values: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.enum(values));
const confidence = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .pipe(z.number().min(0).max(1))
  .catch(UNSTATED_CONFIDENCE);
const sentence = z.string().catch('').transform(oneLine);

const toleratedAnswer = z.object({
  rationale: sentence,
  quote: sentence,
  category: label(TicketCategory),
  category_confidence: confidence,
  priority: label(TicketPriority),
  priority_confidence: confidence,
});

/** An answer after it was read; also the shape in which answers are cached. */
export const storedAnswer = z.object({
  category: z.object({ value: z.enum(TicketCategory), confidence: z.number() }),
  priority: z.object({ value: z.enum(TicketPriority), confidence: z.number() }),
  rationale: z.string().nullable(),
  quote: z.string().nullable(),
});

export type ModelAnswer = z.infer<typeof storedAnswer>;

/** @throws ModelFailure of kind `nonsense` when no legal answer can be read. */
export function readAnswer(reply: string | null, ticket: TicketText): ModelAnswer {
  const parsed = toleratedAnswer.safeParse(findObject(reply?.slice(0, MAX_REPLY_LENGTH) ?? ''));
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join('.') || 'the JSON object');
    throw new ModelFailure(
      'nonsense',
      `The model's answer cannot be read: ${paths.join(', ')} is missing or not legal.`,
    );
  }
  const { category, category_confidence, priority, priority_confidence, rationale, quote } = parsed.data;
  return {
    category: { value: category, confidence: category_confidence },
    priority: { value: priority, confidence: priority_confidence },
    rationale: rationale || null,
    quote: occursIn(ticket, quote) ? quote : null,
  };
}

/** The first run of balanced braces that is JSON, whatever fences or prose stand around it. */
function findObject(reply: string): unknown {
  let start = reply.indexOf('{');
  for (let attempt = 0; attempt < MAX_ATTEMPTS && start !== -1; attempt++) {
    const found = parseOrUndefined(reply.slice(start, endOfObject(reply, start)));
    if (found !== undefined) return found;
    start = reply.indexOf('{', start + 1);
  }
  return undefined;
}

function parseOrUndefined(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Index after the brace that closes the one at `start`; braces inside strings do not count. */
function endOfObject(reply: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < reply.length; at++) {
    const character = reply[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (!inString && character === '{') depth++;
    else if (!inString && character === '}' && --depth === 0) return at + 1;
  }
  return reply.length;
}

function occursIn(ticket: TicketText, quote: string): boolean {
  return quote !== '' && [ticket.title, ticket.description].some((field) => collapse(field).includes(quote));
}

function oneLine(text: string): string {
  return collapse(text).slice(0, MAX_SENTENCE_LENGTH).toWellFormed();
}

function collapse(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim();
}
