/** The token endpoint of a provider, on loopback. What it gave out last is good until it is taken back. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const application = {
  id: 'app-of-the-desk',
  secret: 'secret-of-the-desk-4711',
  refresh: 'refresh-of-the-desk-4711',
};

type Answer = { readonly status: number; readonly type?: string; readonly body: string };
/** Of what it was asked. */
type Rule = (asked: URLSearchParams) => Answer | null;

export async function startTokenEndpoint() {
  const asked: URLSearchParams[] = [];
  const given: string[] = [];
  let good: string | null = null;
  let more: object = { expires_in: 3_600 };
  let rule: Rule = () => null;
  const refreshTokens = [application.refresh];

  function answerTo(form: URLSearchParams): Answer {
    const ruled = rule(form);
    if (ruled) return ruled;
    const isKnown = form.get('client_id') === application.id && form.get('client_secret') === application.secret;
    if (!isKnown) return { status: 401, body: JSON.stringify({ error: 'invalid_client' }) };
    const isOwn = form.get('grant_type') === 'client_credentials' && form.has('scope');
    const isConsented =
      form.get('grant_type') === 'refresh_token' && refreshTokens.includes(form.get('refresh_token') ?? '');
    if (!isOwn && !isConsented) return { status: 400, body: JSON.stringify({ error: 'invalid_grant' }) };
    good = `access-${randomBytes(12).toString('hex')}`;
    given.push(good);
    return { status: 200, body: JSON.stringify({ access_token: good, token_type: 'Bearer', ...more }) };
  }

  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    asked.push(form);
    const { status, type = 'application/json', body } = answerTo(form);
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
    asked,
    given,
    refreshTokens,
    get good() {
      return good;
    },
    /** From now on no token that it gave is good. */
    takeBack() {
      good = null;
    },
    /** What it answers besides the token. */
    addToAnswers(members: object) {
      more = members;
    },
    answerBy(next: Rule) {
      rule = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type TokenEndpoint = Awaited<ReturnType<typeof startTokenEndpoint>>;
