import { afterAll, beforeAll, test } from '@jest/globals';
import type fc from 'fast-check';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { killServers, type ServerProcess } from '../test/support/server-process.js';
import { expectFlat, expectNoInnerFailure, settledMemory, startBuiltDesk } from './support/built-desk.js';
import { type ChaosDatabase, createChaosDatabase } from './support/chaos-database.js';
import { fuzz } from './support/fuzz.js';
import { judgeGraphql } from './support/graphql-judge.js';
import { type GeneratedGraphql, graphqlRequestsOf } from './support/graphql-requests.js';
import { type Received, send } from './support/http-client.js';
import type { OpenApi } from './support/openapi-document.js';
import { judgeBy } from './support/openapi-judge.js';
import { type Generated, requestsOf } from './support/openapi-requests.js';
import { faultInAnswer } from './support/raw-judge.js';
import { type RawRequest, rawRequests } from './support/raw-requests.js';
import { requests, seed } from './support/run.js';

let database: ChaosDatabase;
let desk: ServerProcess;
let document: OpenApi;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createChaosDatabase();
  desk = await startBuiltDesk({ ...database.variables, BODY_TIMEOUT_MS: '1000' });
  document = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as OpenApi;
  const answer = await fetch(`${desk.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  });
  schema = buildClientSchema(((await answer.json()) as { data: IntrospectionQuery }).data);
});
afterAll(async () => {
  await killServers();
  await database.close();
});

/** What is wrong with the answer to a generated request; null where nothing is. */
type Check<T> = (generated: T) => Promise<string | null>;

const told = (fault: string | null, { body }: Received) =>
  fault && `${fault} Answered: ${body.toString().slice(0, 300)}`;

function throughRest(): Check<Generated> {
  const judge = judgeBy(document);
  return async (generated) => {
    const received = await send(desk.url, generated.sent);
    return told(judge(generated, received), received);
  };
}

const throughGraphql: Check<GeneratedGraphql> = async ({ sent, request }) => {
  const received = await send(desk.url, sent);
  return told(judgeGraphql(schema, request, received), received);
};

const overTcp: Check<RawRequest> = (request) => faultInAnswer(desk.url, request);

/** A share of all that is generated, sent twice: the first time fills what may be filled, the second must add nothing. */
async function fuzzTwice<T>(arbitrary: fc.Arbitrary<T>, share: number, check: Check<T>): Promise<void> {
  const count = (requests * share) / 2;
  await fuzz(arbitrary, count, check, seed);
  const before = await settledMemory(desk);
  await fuzz(arbitrary, count, check, seed + 1);
  const after = await settledMemory(desk);
  expectNoInnerFailure(desk);
  expectFlat(before, after);
}

test('whatever is sent to REST is answered as its document says, and never with a fault of the desk', () =>
  fuzzTwice(requestsOf(document), 0.4, throughRest()));

test('whatever is sent to GraphQL is answered as its schema says, and never with a fault of the desk', () =>
  fuzzTwice(graphqlRequestsOf(schema), 0.4, throughGraphql));

test('whatever bytes are sent are answered with HTTP, and never with a fault of the desk', () =>
  fuzzTwice(rawRequests, 0.2, overTcp));
