import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { catchError, tap, throwError } from 'rxjs';
import { apiUrl } from './apiUrl.js';
import { createCache } from './cache.js';
import { reportLost, reportReached } from './connection.js';
import { reportRefusal } from './refusals.js';

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

/** A bad cookie is refused once, and the same answer deletes it: the second attempt is that of nobody. */
const repeatOnceWithoutCookie = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    catchError((error: unknown) =>
      ServerError.is(error) && error.statusCode === 401 ? forward(operation) : throwError(() => error),
    ),
  ),
);

const isUnauthenticated = (errors: readonly { extensions?: { code?: unknown } | undefined }[] | undefined) =>
  errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;

const watchRefusals = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap(({ errors }) => isUnauthenticated(errors) && reportRefusal())),
);

export const client = new ApolloClient({
  link: ApolloLink.from([
    watchConnection,
    watchRefusals,
    repeatOnceWithoutCookie,
    new HttpLink({ uri: `${apiUrl}/graphql` }),
  ]),
  cache: createCache(),
  // The desk's trail tells the people who use this client from programs by it.
  clientAwareness: { name: 'relaydesk-web' },
  dataMasking: true,
});
