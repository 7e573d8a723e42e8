import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** The id under which the server logged an unexpected failure, for the person to quote; null where the server never saw the request. */
export function requestIdOf(error: unknown): string | null {
  if (CombinedGraphQLErrors.is(error)) {
    const id = error.errors.map(({ extensions }) => extensions?.requestId).find((value) => typeof value === 'string');
    return id ?? null;
  }
  if (ServerError.is(error)) return error.response.headers.get('x-request-id');
  return null;
}

/** The server's own words for what it does not accept, such as a time zone that it does not know; null for other failures. */
export function refusalOf(error: unknown): string | null {
  if (!CombinedGraphQLErrors.is(error)) return null;
  return error.errors.find(({ extensions }) => extensions?.code === 'BAD_USER_INPUT')?.message ?? null;
}
