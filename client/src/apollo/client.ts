import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { tap } from 'rxjs';
import { apiUrl } from './apiUrl.js';
import { createCache } from './cache.js';
import { reportLost, reportReached } from './connection.js';

const watchConnection = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      next: reportReached,
      error: (error: unknown) => {
        const answered = CombinedGraphQLErrors.is(error) || ServerError.is(error) || ServerParseError.is(error);
        if (answered) reportReached();
        else if (!(error instanceof DOMException && error.name === 'AbortError')) reportLost();
      },
    }),
  ),
);

export const client = new ApolloClient({
  link: ApolloLink.from([watchConnection, new HttpLink({ uri: `${apiUrl}/graphql` })]),
  cache: createCache(),
  // The desk's trail tells the people who use this client from programs by it.
  clientAwareness: { name: 'relaydesk-web' },
  dataMasking: true,
});
