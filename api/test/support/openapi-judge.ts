/** Judges answers by an OpenAPI document: whether status, type, headers and body are what it promises, and nothing beside. */
import type { IncomingHttpHeaders } from 'node:http';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type OpenApiDocument = { openapi: string; paths: Record<string, Record<string, Operation>> };
export type Operation = { operationId: string; responses: Record<string, object>; requestBody?: object };
export type RawAnswer = { status: number; headers: IncomingHttpHeaders; text: string };

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** The operations of the document with where they are. */
export function operationsOf({ paths }: OpenApiDocument) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, ...operation })),
  );
}

export class OpenApiJudge {
  private readonly ajv = new Ajv2020({ strict: false, validateSchema: false, coerceTypes: false });
  private readonly document: OpenApiDocument;

  constructor(document: OpenApiDocument) {
    this.document = closed(document) as OpenApiDocument;
    formats.default(this.ajv);
    this.ajv.addSchema(this.document, 'desk');
  }

  /** What is not as promised; nothing where all is well. */
  faults(operationId: string, answer: RawAnswer): string[] {
    const found = operationsOf(this.document).find((operation) => operation.operationId === operationId);
    const named = found?.responses[answer.status];
    if (!found || !named) return [`${operationId} does not promise ${answer.status}`];
    const pointer =
      '$ref' in named
        ? String(named.$ref).slice(1)
        : pointerTo('paths', found.path, found.method, 'responses', answer.status);
    return [...this.headerFaults(pointer, answer), ...this.bodyFaults(pointer, answer)];
  }

  private headerFaults(pointer: string, { headers }: RawAnswer): string[] {
    const described = (this.at(pointer) as { headers?: Record<string, object> }).headers ?? {};
    return Object.entries(described).flatMap(([name, header]) => {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return [];
      const place = '$ref' in header ? String(header.$ref).slice(1) : `${pointer}${pointerTo('headers', name)}`;
      const isNumber = (this.at(`${place}/schema`) as { type: string }).type === 'integer';
      return this.schemaFaults(`${place}/schema`, isNumber ? Number(value) : value, name);
    });
  }

  private bodyFaults(pointer: string, { headers, text }: RawAnswer): string[] {
    const { content } = this.at(pointer) as { content?: Record<string, object> };
    if (!content) return text === '' ? [] : ['a body where none is promised'];
    const type = headers['content-type']?.split(';')[0] ?? 'no type';
    if (!(type in content)) return [`${type} is not among ${Object.keys(content)}`];
    const schema = `${pointer}${pointerTo('content', type, 'schema')}`;
    return bodiesOf(type, text).flatMap((body) => this.schemaFaults(schema, body, 'body'));
  }

  private schemaFaults(pointer: string, value: unknown, what: string): string[] {
    const validate = this.ajv.getSchema(`desk#${pointer}`) as ValidateFunction;
    return validate(value) ? [] : [`${what}: ${this.ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`];
  }

  private at(pointer: string): unknown {
    const keys = pointer
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], this.document);
  }
}

function bodiesOf(type: string, text: string): unknown[] {
  if (type === 'application/json') return [JSON.parse(text)];
  if (type === 'application/x-ndjson')
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return [text];
}

function pointerTo(...keys: (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Objects may have no properties but those that are described. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isOpen = inner.type === 'object' && 'properties' in inner && !('additionalProperties' in inner);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}
