/**
 * What a server's refusal means, in the desk's words, whether it came with an HTTP status or as an error object in an
 * answer of 200, whose code then counts as the status.
 */
import { z } from 'zod';
import { ModelFailure, type ModelFailureKind } from './model-failure.js';

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const details = z.object({ message: text, code: text, type: text, param: text, status: text });
const faulty = z.union([
  z.object({ error: z.union([details, z.string().min(1)]) }),
  details.extend({ object: z.literal('error') }).transform((error) => ({ error })),
  z.object({ choices: z.tuple([z.object({ error: details })], z.unknown()) }).transform(({ choices }) => choices[0]),
]);

type Fault = {
  readonly status: number | undefined;
  readonly message: string;
  /** The server's own words for what went wrong: code, type, status. */
  readonly names: string;
  readonly param?: string | undefined;
};

const CODES: readonly (readonly [RegExp, number])[] = [
  [/invalid_api_key|authentication|unauthenticated|unauthorized|permission/i, 401],
  [/not_found/i, 404],
  [/rate_limit|resource_exhausted|too_many/i, 429],
  [/overloaded|unavailable/i, 503],
  [/invalid|unsupported|bad_request/i, 400],
];

/** The fault that a body tells of; null where it tells of none. */
export function faultIn(body: unknown): Fault | null {
  const { data } = faulty.safeParse(body);
  if (!data) return null;
  const error = typeof data.error === 'string' ? { message: data.error } : data.error;
  const { message, code, type, param, status } = { code: null, type: null, param: null, status: null, ...error };
  const names = [code, type, status].filter((name) => name != null).join(' ');
  const number = [code, status].map(Number).find((value) => value >= 400 && value < 600);
  return {
    status: number ?? CODES.find(([pattern]) => pattern.test(names))?.[1],
    message: message ?? (names || 'The server tells of an error without words.'),
    names,
    param: param ?? undefined,
  };
}

export function failureOf(fault: Fault, headers: Headers | undefined, cause?: unknown): ModelFailure {
  return new ModelFailure(kindOf(fault), fault.message, {
    status: fault.status,
    param: fault.param,
    retryAfterMs: retryAfter(headers),
    cause,
  });
}

function kindOf({ status, names, message }: Fault): ModelFailureKind {
  const words = `${names} ${message}`;
  // Groq answers 400 when the model itself broke the format: the request was fine, another dialect would not help.
  if (/json_validate_failed/.test(names)) return 'nonsense';
  if (
    status === 402 ||
    /insufficient_(quota|credit|balance|funds)|billing_(not_active|hard_limit)|out of credit|credit balance|insufficient (credit|balance|funds)/i.test(
      words,
    )
  )
    return 'no_credit';
  if (
    status === 401 ||
    status === 403 ||
    /invalid_api_key|api[ _]key (is )?(not valid|invalid|missing|expired)|(invalid|incorrect|missing) api[ _]key/i.test(
      words,
    )
  )
    return 'unauthorized';
  if (
    status === 413 ||
    /context_length|context (length|window|size)|(prompt|input|request)[^.]{0,40} too (long|large)|too many tokens|string_above_max_length/i.test(
      words,
    )
  )
    return 'too_long';
  if (status === 404 || status === 410) return 'model_missing';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate_limited';
  if (status !== undefined && status >= 300 && status < 400) return 'no_api';
  return status === undefined || status >= 500 ? 'server_error' : 'bad_request';
}

/** Retry-After comes as seconds or as an HTTP date. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return wait > 0 ? wait : undefined;
}
