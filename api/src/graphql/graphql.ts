/** The Apollo server behind /graphql. Knows no feature: it gets a schema and a way to make a context. */
import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { ignoreEmptyParameters } from './absent-parameters.js';
import { compiledExecution, type Executions, type Shortcut } from './compiled-execution.js';
import { documentLimits, documentLimitsRule } from './document-limits.js';
import { createDocumentStore } from './document-store.js';
import { fewErrors, formatError, reportUnexpected, sendGraphqlError } from './graphql-errors.js';
import { knownOperationsRule } from './known-operations.js';
import { legacyStatus } from './legacy-status.js';
import { nameOperation } from './operation-name.js';
import { limitCost } from './query-cost.js';
import { acceptReadyData, readyAnswer, stringifyResult } from './ready-data.js';
import { rememberRequest } from './request-of-context.js';
import { pluginOf, type Steps } from './request-steps.js';

export type GraphqlOptions<Context extends BaseContext> = {
  readonly makeContext: (request: FastifyRequest) => Context;
  /** What the assembly adds, such as budgets of certain fields. */
  readonly steps: readonly Steps<Context>[];
  /** A faster way for some operations, taken after all steps have let them pass; null: there is none. */
  readonly shortcut: Shortcut<Context> | null;
};

/** Answers how many operations ran, which changes as they do. */
export async function registerGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { makeContext, steps, shortcut }: GraphqlOptions<Context>,
): Promise<Readonly<Executions>> {
  const executions = { direct: 0, compiled: 0, interpreted: 0 };
  const compiled = compiledExecution(schema, executions, shortcut);
  const apollo = new ApolloServer<Context>({
    gateway: compiled.gateway,
    validationRules: [knownOperationsRule, documentLimitsRule],
    parseOptions: { maxTokens: documentLimits.tokens },
    documentStore: createDocumentStore(),
    includeStacktraceInErrorResponses: false,
    // The desk is stopped as a whole. Apollo would cut connections by itself as soon as the signal comes.
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError,
    stringifyResult,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      // It instruments every field, which costs a third of a list.
      ApolloServerPluginCacheControlDisabled(),
      pluginOf([nameOperation, limitCost(schema), ...steps, compiled.steps, reportUnexpected, fewErrors, legacyStatus]),
    ],
  });
  await apollo.start();
  const door: FastifyPluginAsync = async (routes) => {
    routes.setErrorHandler(sendGraphqlError);
    leadPeopleToExplorer(routes);
    ignoreEmptyParameters(routes);
    acceptReadyData(routes);
    const answer = fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest) => rememberRequest(makeContext(request), request),
    });
    routes.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      async handler(request, reply) {
        return readyAnswer(request, reply, await answer.call(routes, request, reply));
      },
    });
    refuseOtherMethods(routes);
  };
  await app.register(door);
  return executions;
}

/** Who opens the address in a browser, with nothing to ask, means the explorer. */
function leadPeopleToExplorer(routes: FastifyInstance): void {
  routes.addHook('onRequest', ({ method, headers, query }, reply, done) => {
    const isPerson = method === 'GET' && headers.accept?.includes('text/html') && !Object.keys(query as object).length;
    if (isPerson) reply.redirect('/graphiql');
    else done();
  });
}

const allow = 'GET, HEAD, POST, OPTIONS';

function refuseOtherMethods(routes: FastifyInstance): void {
  routes.options('/graphql', { config: { allow } }, async (_request, reply) => reply.send());
  routes.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    // Refused before its body is read.
    onRequest: async ({ method }, reply) => {
      const message = `Method "${method}" not allowed. Send a POST, or a query by GET.`;
      return reply
        .code(405)
        .header('allow', allow)
        .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    },
    handler: async () => undefined,
  });
}
