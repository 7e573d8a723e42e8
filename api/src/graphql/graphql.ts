/** The Apollo server behind /graphql. Knows no feature: it gets a schema and a way to make a context. */
import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Caller } from '../caller.js';
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
import { type SocketOptions, Sockets } from './sockets.js';
import { Subscriptions } from './subscriptions.js';

export type GraphqlOptions<Context extends BaseContext & { readonly caller: Caller }> = {
  readonly makeContext: (request: FastifyRequest) => Context;
  /** What the assembly adds, such as budgets of certain fields. */
  readonly steps: readonly Steps<Context>[];
  readonly sockets: Omit<SocketOptions<Context>, 'subscriptions' | 'makeContext'>;
  /** A faster way for some operations, taken after all steps have let them pass; null: there is none. */
  readonly shortcut: Shortcut<Context> | null;
};

/** Answers how many operations ran, which changes as they do. */
export async function registerGraphql<Context extends BaseContext & { readonly caller: Caller }>(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { makeContext, steps, shortcut, sockets: socketOptions }: GraphqlOptions<Context>,
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
      pluginOf([
        nameOperation,
        refuseSubscriptions,
        limitCost(schema),
        ...steps,
        compiled.steps,
        reportUnexpected,
        fewErrors,
        legacyStatus,
      ]),
    ],
  });
  await apollo.start();
  const subscriptions = new Subscriptions<Context>(
    schema,
    [limitCost(schema), ...steps],
    compiled.answerEvent,
    app.log,
  );
  const sockets = new Sockets<Context>({
    ...socketOptions,
    subscriptions,
    makeContext: (request) => rememberRequest(makeContext(request), request),
  });
  await sockets.register(app);
  const door: FastifyPluginAsync = async (routes) => {
    routes.setErrorHandler(sendGraphqlError);
    leadPeopleToExplorer(routes);
    ignoreEmptyParameters(routes);
    acceptReadyData(routes);
    const answer = fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest) => rememberRequest(makeContext(request), request),
    });
    const handler: RouteHandlerMethod = async (request, reply) =>
      readyAnswer(request, reply, await answer.call(routes, request, reply));
    routes.post('/graphql', handler);
    routes.route({
      method: 'GET',
      url: '/graphql',
      preValidation: sockets.admit,
      handler,
      wsHandler: sockets.serve,
    });
    refuseOtherMethods(routes);
  };
  await app.register(door);
  return executions;
}

/** Apollo would run one once, and answer its first event or none. */
const refuseSubscriptions: Steps = () => ({
  async didResolveOperation({ operation }) {
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
    const message = 'Subscriptions come over a WebSocket: connect to /graphql with graphql-transport-ws.';
    throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
  },
});

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
