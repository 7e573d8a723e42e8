import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, Kind } from 'graphql';

/** Spends one per call of a named root field, before anything runs, through aliases too. Which fields cost what is the assembly's knowledge. */
export function spendPerField<Context extends BaseContext>(
  budgets: Readonly<Record<string, (context: Context) => Promise<void>>>,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          for (const selection of operation?.selectionSet.selections ?? []) {
            if (selection.kind !== Kind.FIELD) continue;
            await budgets[selection.name.value]?.(contextValue).catch(refuse);
          }
        },
      };
    },
  };
}

function refuse(error: Error & { retryAfter?: number }): never {
  const headers = new Map([['retry-after', `${error.retryAfter ?? 1}`]]);
  throw new GraphQLError(error.message, { extensions: { code: 'RATE_LIMITED', http: { status: 429, headers } } });
}
