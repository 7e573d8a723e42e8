/**
 * Holds an answer against the schema. An answer that keeps to it is a fixed point: executed once more over its own data,
 * with every field read from there, the document gives the same data, nothing missing, nothing more, no value out of type.
 */
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { executeSync, type GraphQLSchema, parse, validate } from 'graphql';
import type { GraphqlRequest } from './graphql-documents.js';
import type { Received } from './http-client.js';

type Answer = { data?: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] };

const position = { type: 'integer', minimum: 1 };
const location = { type: 'object', required: ['line', 'column'], properties: { line: position, column: position } };
const error = {
  type: 'object',
  required: ['message', 'extensions'],
  additionalProperties: false,
  properties: {
    message: { type: 'string', minLength: 1 },
    locations: { type: 'array', minItems: 1, items: location },
    path: { type: 'array', items: { type: ['string', 'integer'] } },
    extensions: { type: 'object', required: ['code'], properties: { code: { type: 'string', pattern: '^[A-Z_]+$' } } },
  },
};
const hasShape = new Ajv2020({ allowUnionTypes: true }).compile<Answer>({
  type: 'object',
  anyOf: [{ required: ['data'] }, { required: ['errors'] }],
  additionalProperties: false,
  properties: {
    data: { type: ['object', 'null'] },
    errors: { type: 'array', minItems: 1, maxItems: 5, items: error },
    extensions: { type: 'object' },
  },
});

/** A stranger's document can be refused; it cannot be the desk's own fault. */
const faultsOfOurs = ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE'];

/**
 * What is wrong with an answer, in a sentence; null where nothing is.
 * @param request null where the envelope leaves open what was asked
 */
export function judgeGraphql(schema: GraphQLSchema, request: GraphqlRequest | null, received: Received): string | null {
  if (received.status >= 500) return `The status is ${received.status}.`;
  const answer: unknown = JSON.parse(received.body.toString());
  if (!hasShape(answer)) return `This is no GraphQL answer: ${JSON.stringify(hasShape.errors)}`;
  const ours = answer.errors?.find(({ extensions }) => faultsOfOurs.includes(extensions.code));
  if (ours) return `A fault of the desk: ${JSON.stringify(ours)}`;
  if (request === null) return null;
  if (!isValid(schema, request)) return answer.data || !answer.errors ? 'An invalid document was answered.' : null;
  if (!answer.data) return answer.errors ? null : 'There are neither data nor errors.';
  return faultInData(schema, request, answer.data);
}

function faultInData(schema: GraphQLSchema, { query, variables }: GraphqlRequest, given: Record<string, unknown>) {
  const { data, errors } = executeSync({
    schema,
    document: parse(query),
    variableValues: variables,
    rootValue: given,
    fieldResolver: (source, _args, _context, { path }) => source[path.key],
  });
  if (errors) return `The data break the schema: ${errors[0]?.message} at ${errors[0]?.path?.join('.')}`;
  return isDeepStrictEqual(plain(data), plain(given)) ? null : 'The data are not those that were asked for.';
}

/** GraphQL.js makes objects without a prototype. */
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

function isValid(schema: GraphQLSchema, { query }: GraphqlRequest): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return false;
  }
}
