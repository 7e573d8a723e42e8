/**
 * Reads what the model wrote. Models fence their JSON, put prose around it, add keys and shout enum values; all of that
 * is accepted. A missing or unknown category or priority is not: half an answer counts as none, so that the next
 * engine decides both fields.
 */
import { z } from 'zod';
import { TicketCategory, TicketPriority } from '../../../tickets/fields/ticket-values.js';
import type { TicketText } from '../../../tickets/write/triage-port.js';
import { ModelFailure } from './model-failure.js';
import { objectsIn, parseOrUndefined } from './objects.js';
import { withoutReasoning } from './reasoning.js';
import { stripInvisible } from './redaction.js';

/** A model that states no confidence is taken, but never looks sure. */
const UNSTATED_CONFIDENCE = 0.5;
const MAX_REPLY_LENGTH = 20_000;
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

/** `High (P2)`, `**high**` and `Priority: high` are `high`; a text that names two values is none of them. */
const label = <T extends Record<string, string>>(values: T) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    const words = new Set(value.toLowerCase().match(/\p{L}+/gu) ?? []);
    const named = Object.values(values).filter((legal) => words.has(legal));
    return named.length === 1 && !words.has('not') ? named[0] : value;
  }, z.enum(values));

/** From 0 to 1, or in percent where it says so or cannot be anything else. */
const confidence = z
  .union([z.number(), z.string().trim().min(1).transform(shareOf)])
  .transform((value) => (Number.isInteger(value) && value > 2 ? value / 100 : value))
  .pipe(z.number().min(0).max(1))
  .catch(UNSTATED_CONFIDENCE);

function shareOf(text: string): number {
  const percent = /^([\d.]+)\s*(?:%|percent)$/i.exec(text);
  return percent ? Number(percent[1]) / 100 : Number(text);
}

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
  const { objects, isCutOff } = objectsIn(withoutReasoning(reply ?? '').slice(-MAX_REPLY_LENGTH));
  if (isCutOff) throw new ModelFailure('nonsense', "The model's answer is cut off.");
  // Drafts come before the answer.
  const parsed = objects.flatMap(unwrapped).map((found) => toleratedAnswer.safeParse(found));
  const legal = parsed.findLast(({ success }) => success);
  if (!legal?.data) {
    const issues = parsed.at(-1)?.error?.issues ?? [{ path: [] }];
    const paths = issues.map((issue) => issue.path.join('.') || 'the JSON object');
    throw new ModelFailure(
      'nonsense',
      `The model's answer cannot be read: ${paths.join(', ')} is missing or not legal.`,
    );
  }
  const { category, category_confidence, priority, priority_confidence, rationale, quote } = legal.data;
  return {
    category: { value: category, confidence: category_confidence },
    priority: { value: priority, confidence: priority_confidence },
    rationale: rationale || null,
    quote: occursIn(ticket, quote) ? quote : null,
  };
}

/** The object, and what it wraps: an answer may be one level down, also as a text of JSON. */
function unwrapped(found: unknown): unknown[] {
  if (typeof found !== 'object' || found === null) return [];
  const inner = Object.values(found).flatMap((value) => {
    const parsed = typeof value === 'string' && value.trim().startsWith('{') ? parseOrUndefined(value) : value;
    return Array.isArray(parsed) ? parsed : [parsed];
  });
  return [...inner.filter((value) => typeof value === 'object' && value !== null), found].map(lowerKeys);
}

/** `Category`, `categoryConfidence` and `category-confidence` are the keys that were asked for. */
function lowerKeys(found: unknown): unknown {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return found;
  return Object.fromEntries(
    Object.entries(found).map(([key, value]) => [
      key
        .trim()
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .replace(/[\s-]+/g, '_')
        .toLowerCase(),
      value,
    ]),
  );
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
