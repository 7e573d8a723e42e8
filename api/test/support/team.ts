import type { TokenScopeName } from '../../src/caller.js';
import { runUsersCommand } from '../../src/identity/command/users-command.js';
import type { TestDesk } from './desk.js';

export const password = 'a long and quiet evening';

/** What a browser of the desk's own pages sends. */
export type Credentials = Record<string, string>;

export const usersCommand = async (desk: TestDesk, ...args: string[]) =>
  (await runUsersCommand(desk.usersCommand, args))[0] ?? '';

export const secretIn = (link: string) => link.split('#')[1] ?? '';

export const cookieOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Somebody who used the operator's invitation and is signed in. */
export async function joinTeam(desk: TestDesk, address: string, ...flags: string[]): Promise<Credentials> {
  const token = secretIn(await usersCommand(desk, 'add', address, ...flags));
  const answer = await desk.rest('POST', '/auth/invitation', { token, password, displayName: address.split('@')[0] });
  if (answer.status !== 204) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return { cookie: cookieOf(answer), origin: desk.url };
}

type Created = { data: { createApiToken: { secret: string | null; userErrors: { message: string }[] } } };

/** A token that somebody made; `forDesk` needs an administrator. */
export async function makeToken(
  desk: TestDesk,
  by: Credentials,
  scopes: readonly TokenScopeName[],
  forDesk = false,
): Promise<Credentials> {
  const query = `mutation { createApiToken(input: { name: "test", scopes: [${scopes}], forDesk: ${forDesk} }) {
    secret userErrors { message } } }`;
  const { body } = await desk.rest<Created>('POST', '/graphql', { query }, by);
  const { secret, userErrors } = body.data.createApiToken;
  if (!secret) throw new Error(userErrors[0]?.message);
  return { authorization: `Bearer ${secret}` };
}

export type GraphqlAnswer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: string[]; extensions: { code: string } }[];
};

export function ask(desk: TestDesk, by: Credentials, query: string, variables: object = {}) {
  return desk.rest<GraphqlAnswer>('POST', '/graphql', { query, variables }, by);
}
