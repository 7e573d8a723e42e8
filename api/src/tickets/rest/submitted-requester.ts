/** `requester_email` and `requester_name` of a ticket to be: who asks, in two flat fields. */
import { InvalidInputError } from '../../errors.js';

type Fields = Readonly<Record<string, unknown>>;

export function requesterIn({ requester_email: email, requester_name: name }: Fields): Fields {
  return email === undefined && name === undefined ? {} : { requester: { email, name } };
}

/** What is wrong with them, under their own names. */
export function underOwnNames(error: unknown): never {
  if (!(error instanceof InvalidInputError)) throw error;
  const issues = error.issues.map((issue) =>
    issue.path[0] === 'requester' ? { ...issue, path: [issue.path.join('_')] } : issue,
  );
  throw new InvalidInputError(issues);
}
