/** Holds an answer against what the document says about its operation and status. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Received } from './http-client.js';
import { type OpenApi, resolve, type Schema } from './openapi-document.js';
import type { Generated } from './openapi-requests.js';

/** What is wrong with an answer, in a sentence; null where nothing is. */
export type Judge = (generated: Generated, received: Received) => string | null;

export function judgeBy(document: OpenApi): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'desk');
  const compiled = new Map<Schema, ValidateFunction>();
  const validate = (schema: Schema, value: unknown): string | null => {
    const check = compiled.get(schema) ?? ajv.compile(absolute(schema));
    compiled.set(schema, check);
    return check(value) ? null : ajv.errorsText(check.errors);
  };
  return ({ address, sent }, { status, headers, body }) => {
    if (status >= 500) return `The status is ${status}.`;
    const operation = document.paths[address]?.[sent.method.toLowerCase()];
    const described = operation?.responses[status];
    if (operation && !described) return `The status ${status} is not described.`;
    const type = (headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!described) return faultIn(body, type, (value) => validate(detail, value));
    const { content } = resolve(document, described);
    if (!content) return body.length > 0 ? 'There is a body where none is described.' : null;
    const { schema } = content[type] ?? {};
    if (!content[type]) return `The type ${type} is not described for ${status}.`;
    return schema ? faultIn(body, type, (value) => validate(schema, value)) : null;
  };
}

/** What the desk says about a request that no operation is for. */
const detail: Schema = { $ref: '#/components/schemas/Detail' };

/** References of the document, as the validator finds them in it. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"desk#/')) as Schema;
}

function faultIn(body: Buffer, type: string, check: (value: unknown) => string | null): string | null {
  const text = body.toString();
  try {
    if (type === 'application/json') return check(JSON.parse(text));
    if (type === 'application/x-ndjson')
      return (
        text
          .trim()
          .split('\n')
          .map((line) => check(JSON.parse(line)))
          .find(Boolean) ?? null
      );
    return type.startsWith('text/') ? check(text) : `The type ${type} is not known.`;
  } catch (error) {
    return `The body cannot be read: ${String(error)}`;
  }
}
