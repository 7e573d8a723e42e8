/**
 * Servers that speak the OpenAI protocol differ in what they accept. A dialect is the set of optional parts that a
 * request carries; it starts rich and loses what a server refuses, one refusal at a time:
 * json_schema → json_object → prompt only, max_completion_tokens → max_tokens → none, and temperature or
 * reasoning_effort when a 400 names them; last, the system message. What worked is remembered by the caller per base URL and model.
 */
import type { ModelFailure } from './model-failure.js';

export type Dialect = {
  format: 'json_schema' | 'json_object' | 'prompt';
  tokenLimit: 'max_completion_tokens' | 'max_tokens' | 'none';
  temperature: boolean;
  reasoningEffort: boolean;
  /** Instructions in a message of their own; else at the head of the user's. */
  systemRole: boolean;
};

export const RICHEST_DIALECT: Dialect = {
  format: 'json_schema',
  tokenLimit: 'max_completion_tokens',
  temperature: true,
  reasoningEffort: true,
  systemRole: true,
};

/** What every server knows. */
const PLAIN_DIALECT: Dialect = {
  format: 'prompt',
  tokenLimit: 'none',
  temperature: false,
  reasoningEffort: false,
  systemRole: true,
};

const POORER_FORMAT = { json_schema: 'json_object', json_object: 'prompt', prompt: 'prompt' } as const;
const POORER_LIMIT = { max_completion_tokens: 'max_tokens', max_tokens: 'none', none: 'none' } as const;

type Part = keyof Dialect;

/** How a refusal names each part; the first that the dialect still carries is dropped. */
const NAMES: readonly (readonly [Part, (dialect: Dialect) => readonly string[]])[] = [
  ['systemRole', (dialect) => (dialect.systemRole ? ['system', 'developer', 'role', 'instruction is not'] : [])],
  ['tokenLimit', (dialect) => (dialect.tokenLimit === 'none' ? [] : [dialect.tokenLimit])],
  ['temperature', (dialect) => (dialect.temperature ? ['temperature'] : [])],
  ['reasoningEffort', (dialect) => (dialect.reasoningEffort ? ['reasoning_effort', 'reasoning', 'thinking'] : [])],
  ['format', (dialect) => (dialect.format === 'prompt' ? [] : ['response_format', 'json', 'schema', 'structured'])],
];

/** The next dialect to try after a refusal, or null when nothing is left to drop. */
export function simplify(dialect: Dialect, refusal: ModelFailure): Dialect | null {
  const part =
    (refusal.param && namedPart(dialect, refusal.param)) ||
    namedPart(dialect, refusal.message) ||
    likeliestPart(dialect);
  return part ? without(dialect, part) : null;
}

/**
 * After a failure that is no refusal in words (404, 500, an empty answer), of a dialect that has never worked: the part that
 * it names, else all optional ones at once, and the system message last. Null where nothing is left.
 */
export function simplifyOnce(dialect: Dialect, failure: ModelFailure): Dialect | null {
  const part = namedPart(dialect, failure.message);
  if (part === 'systemRole') return { ...dialect, systemRole: false };
  if (isPlain(dialect)) return null;
  return { ...PLAIN_DIALECT, systemRole: dialect.systemRole };
}

function isPlain({ systemRole: _, ...parts }: Dialect): boolean {
  return Object.entries(parts).every(([part, value]) => value === PLAIN_DIALECT[part as Part]);
}

function namedPart(dialect: Dialect, text: string): Part | undefined {
  const lower = text.toLowerCase();
  return NAMES.find(([, names]) => names(dialect).some((name) => lower.includes(name)))?.[0];
}

/** A refusal that names nothing is most often about the newest part of the protocol that the request uses. */
function likeliestPart(dialect: Dialect): Part | undefined {
  if (dialect.format !== 'prompt') return 'format';
  const next = NAMES.find(([part, names]) => part !== 'systemRole' && names(dialect).length > 0)?.[0];
  return next ?? (dialect.systemRole ? 'systemRole' : undefined);
}

function without(dialect: Dialect, part: Part): Dialect {
  switch (part) {
    case 'format':
      return { ...dialect, format: POORER_FORMAT[dialect.format] };
    case 'tokenLimit':
      return { ...dialect, tokenLimit: POORER_LIMIT[dialect.tokenLimit] };
    default:
      return { ...dialect, [part]: false };
  }
}
