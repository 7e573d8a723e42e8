/**
 * The one client of the requester's page. Its cookie is good for half an hour and one request: where it has ended, or
 * another tab has opened another request, the link is exchanged again and the operation repeated once.
 */
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { catchError, from, mergeMap, of, throwError } from 'rxjs';
import { apiUrl } from '../apollo/apiUrl.js';
import { createCache } from '../apollo/cache.js';

/** `enter` exchanges the link, and answers whether it holds. */
export function createRequestClient(enter: () => Promise<boolean>): ApolloClient {
  const enterAgain = new ApolloLink((operation, forward) => {
    const again = (failed: () => ReturnType<typeof forward>) =>
      from(enter()).pipe(mergeMap((holds) => (holds ? forward(operation) : failed())));
    return forward(operation).pipe(
      mergeMap((result) => {
        const isShutOut = result.errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
        return isShutOut ? again(() => of(result)) : of(result);
      }),
      catchError((error: unknown) => {
        const failed = () => throwError(() => error);
        return ServerError.is(error) && error.statusCode === 401 ? again(failed) : failed();
      }),
    );
  });
  return new ApolloClient({
    link: ApolloLink.from([enterAgain, new HttpLink({ uri: `${apiUrl}/graphql?as=request` })]),
    cache: createCache(),
    clientAwareness: { name: 'relaydesk-web' },
    dataMasking: true,
  });
}
