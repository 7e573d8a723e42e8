/** Requests for the GraphQL door: proper documents, documents with something torn out or put in, and envelopes of anything. */
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { documentsOf, type GraphqlRequest } from './graphql-documents.js';
import type { Sent } from './http-client.js';
import { nastyJson, nastyText } from './nasty-values.js';

/** `request` is null where the envelope leaves open what is asked. */
export type GeneratedGraphql = { readonly sent: Sent; readonly request: GraphqlRequest | null };

export function graphqlRequestsOf(schema: GraphQLSchema): fc.Arbitrary<GeneratedGraphql> {
  const proper = documentsOf(schema);
  const broken = fc.tuple(proper, fc.array(injury, { minLength: 1, maxLength: 3 })).map(([request, injuries]) => ({
    ...request,
    query: injuries.reduce(injure, request.query),
  }));
  return fc.oneof(
    { weight: 12, arbitrary: proper.map((request) => posted(request, request)) },
    { weight: 4, arbitrary: broken.map((request) => posted(request, request)) },
    { weight: 1, arbitrary: oddEnvelopes(proper) },
  );
}

function posted(request: GraphqlRequest | null, body: unknown): GeneratedGraphql {
  const headers = { host: 'localhost', 'content-type': 'application/json' };
  return { request, sent: { method: 'POST', path: '/graphql', headers, body: JSON.stringify(body) ?? '' } };
}

/** What is no envelope, or has more or less in it than a document and its variables. */
function oddEnvelopes(proper: fc.Arbitrary<GraphqlRequest>): fc.Arbitrary<GeneratedGraphql> {
  const extra = fc.record({ operationName: nastyText, extensions: nastyJson }, { requiredKeys: [] });
  return fc.oneof(
    nastyJson.map((body) => posted(null, body)),
    fc.tuple(proper, nastyJson).map(([{ query }, variables]) => posted(null, { query, variables })),
    fc.tuple(proper, extra).map(([request, more]) => posted(null, { ...request, ...more })),
  );
}

/** Replaces `length` tokens from a place on with another text. */
type Injury = { readonly place: number; readonly length: number; readonly text: string };

const tokens = [
  '{',
  '}',
  '(',
  ')',
  '!',
  '$v0',
  '@skip',
  '...',
  '... on Ticket',
  'fragment',
  'query',
  '"',
  '"""',
  '\0',
  '#',
];
const injury: fc.Arbitrary<Injury> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 2 }),
  text: fc.oneof(fc.constantFrom(...tokens, '', 'id', 'null', '1e400', '[', ']'), nastyText),
});

function injure(query: string, { place, length, text }: Injury): string {
  const parts = query.split(/(?<=[\s{}():,!$@])|(?=[\s{}():,!$@])/);
  return parts.toSpliced(Math.floor(place * parts.length), length, text).join('');
}
