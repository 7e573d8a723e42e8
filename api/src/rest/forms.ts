/**
 * Forms, urlencoded or multipart, as fields by name: of a repeated field the last counts, a file is read past. A browser
 * sends a form anywhere without asking, so a page of another site could make tickets with its visitors' hands: such
 * forms are refused by the origin that the browser names.
 */
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';
import { notText, parseUrlencoded } from '../http/urlencoded.js';
import { BodyError } from '../http/wire-faults.js';

/** Room for the longest description; what is cut off here is still too long for the rule that names the field. */
const limits = { parts: 5_000, fields: 5_000, fieldSize: 512 * 1024 };

export async function acceptForms(rest: FastifyInstance, allowedOrigins: readonly string[]): Promise<void> {
  await rest.register(formbody, { parser: (text) => lastValues(parseUrlencoded(text)) });
  await rest.register(multipart, { limits, throwFileSizeLimit: false });
  rest.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !isForm(request)) return;
    if (hostOf(origin) === request.host || allowedOrigins.includes(origin)) return;
    const detail = `A form of ${origin} is not taken. If it should be, add the origin to CORS_ALLOWED_ORIGINS.`;
    return reply.code(403).send({ detail });
  });
  rest.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readFields(request);
  });
}

/** The only bodies that a browser sends to another site without asking it first. */
function isForm({ headers }: FastifyRequest): boolean {
  return /^\s*(application\/x-www-form-urlencoded|multipart\/)/i.test(headers['content-type'] ?? '');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

async function readFields(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (Number(request.headers['content-length']) > request.routeOptions.bodyLimit) {
    throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  }
  const fields: Record<string, unknown> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') part.file.resume();
      else fields[part.fieldname] = textOf(part.value);
    }
  } catch (error) {
    throw formFault(error as Error & { statusCode?: number });
  }
  return fields;
}

/** The parser puts U+FFFD where it found bytes that are no text. */
function textOf(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\uFFFD') ? notText : value;
}

function lastValues(fields: ReturnType<typeof parseUrlencoded>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat().at(-1)]));
}

/** The parser's own errors carry no status: whatever it could not read is the sender's fault, unless it was too much. */
function formFault(cause: Error & { statusCode?: number }): BodyError {
  if (cause.statusCode === 413) return new BodyError(413, 'The form has too many parts.');
  return new BodyError(400, `Multipart form parse error - ${cause.message}`);
}
