/**
 * What we do at the steps of a GraphQL request, as one plugin. Apollo waits for all plugins together at each step, with
 * promises, arrays and closures for each of them; seven plugins of our own were a tenth of a list. In turn, so that an
 * operation that one refuses is not told to the next.
 */
import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';

/** For one request; no other steps are passed on. */
export type RequestSteps<Context extends BaseContext> = Pick<
  GraphQLRequestListener<Context>,
  'didResolveOperation' | 'responseForOperation' | 'willSendResponse'
>;

/** Makes the steps of each request. */
export type Steps<Context extends BaseContext = BaseContext> = () => RequestSteps<Context>;

export function pluginOf<Context extends BaseContext>(all: readonly Steps<Context>[]): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const requests = all.map((steps) => steps());
      return {
        async didResolveOperation(context) {
          for (const request of requests) if (request.didResolveOperation) await request.didResolveOperation(context);
        },
        async responseForOperation(context) {
          for (const request of requests) {
            const response = request.responseForOperation && (await request.responseForOperation(context));
            if (response) return response;
          }
          return null;
        },
        async willSendResponse(context) {
          for (const request of requests) if (request.willSendResponse) await request.willSendResponse(context);
        },
      };
    },
  };
}
