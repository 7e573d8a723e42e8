/** What may be said of a requester, decided once at the services' door. */
import { InvalidInputError, type Issue } from '../errors.js';
import { Issues, normalEmail, takeName } from '../identity/accounts/account-rules.js';

export const longestNote = 1_000;

/** Who asks, as a submission names them: somebody known by key, or an address and a name, either of which may be missing. */
export type NamedRequester = {
  readonly key: number | null;
  readonly email: string | null;
  readonly name: string | null;
};

/** Null where nothing was said. Adds to `issues` what is wrong; paths begin with `at`. */
export function takeRequester(value: unknown, at: RequesterPaths, issues: Issue[]): NamedRequester | null {
  if (value === null || value === undefined || typeof value !== 'object') return null;
  const { key = null, email = null, name = null } = value as Partial<Record<keyof NamedRequester, unknown>>;
  const address = isEmpty(email) ? null : normalEmail(email);
  if (!isEmpty(email) && address === null) {
    issues.push({ path: at.email, code: 'invalid', message: 'This is not an e-mail address.' });
  }
  let taken: string | null = null;
  if (!isEmpty(name)) {
    const found = new Issues();
    taken = takeName('name', name, found);
    issues.push(...issuesOf(found).map((issue) => ({ ...issue, path: at.name })));
  }
  if (key === null && address === null && taken === null) return null;
  return { key: typeof key === 'number' ? key : null, email: address, name: taken };
}

/** Where the two texts stand in the input. */
export type RequesterPaths = { readonly email: readonly string[]; readonly name: readonly string[] };

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && !value.trim());

function issuesOf(issues: Issues): readonly Issue[] {
  try {
    issues.refuse();
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
}
