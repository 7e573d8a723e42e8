/** How access tokens are fetched and kept, against an endpoint that answers over HTTP. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MailOAuthConfig } from '../../src/config-mail.js';
import { AccessTokenFault, AccessTokens } from '../../src/mail/access-tokens.js';
import { application, startTokenEndpoint, type TokenEndpoint } from '../support/token-endpoint.js';

let endpoint: TokenEndpoint;
beforeEach(async () => {
  endpoint = await startTokenEndpoint();
});
afterEach(() => endpoint.close());

const tokensOf = (more: Partial<MailOAuthConfig> = {}) =>
  new AccessTokens({
    tokenUrl: endpoint.url,
    clientId: application.id,
    clientSecret: application.secret,
    refreshToken: application.refresh,
    scope: null,
    ...more,
  });

const faultOf = (tokens: AccessTokens) =>
  tokens.current().then(
    () => 'It gave a token.',
    (error: unknown) => {
      expect(error).toBeInstanceOf(AccessTokenFault);
      expect(Object.keys(error as object)).not.toContain('cause');
      return (error as Error).message;
    },
  );

test('one is fetched for all who ask at once, and kept', async () => {
  const tokens = tokensOf();
  const all = await Promise.all(Array.from({ length: 5 }, () => tokens.current()));
  expect(new Set([...all, await tokens.current()])).toEqual(new Set([endpoint.good]));
  expect(endpoint.asked).toHaveLength(1);
});

test('one that ends within the minute is replaced before it ends', async () => {
  endpoint.addToAnswers({ expires_in: 60 });
  const tokens = tokensOf();
  expect(await tokens.current()).not.toBe(await tokens.current());
  expect(endpoint.asked).toHaveLength(2);
});

test('one that was refused is replaced, once for all who come with it', async () => {
  const tokens = tokensOf();
  const refused = await tokens.current();
  const [one, other] = await Promise.all([tokens.renewed(refused), tokens.renewed(refused)]);
  expect([one, other, await tokens.renewed(refused)]).toEqual([endpoint.good, endpoint.good, endpoint.good]);
  expect(one).not.toBe(refused);
  expect(endpoint.asked).toHaveLength(2);
});

test('a refresh token that was handed out with it is the one to come back with, until it is refused', async () => {
  endpoint.addToAnswers({ expires_in: 60, refresh_token: 'another-refresh-token' });
  endpoint.refreshTokens.push('another-refresh-token');
  const tokens = tokensOf();
  await tokens.current();
  await tokens.current();
  endpoint.refreshTokens.pop();
  await expect(tokens.current()).rejects.toThrow(AccessTokenFault);
  await tokens.current();
  const { refresh } = application;
  const sent = endpoint.asked.map((form) => form.get('refresh_token'));
  expect(sent).toEqual([refresh, 'another-refresh-token', 'another-refresh-token', refresh]);
});

test('without a refresh token the application asks in its own name', async () => {
  await tokensOf({ refreshToken: null, scope: 'https://mail.example.org/.default' }).current();
  expect(Object.fromEntries(endpoint.asked[0] ?? [])).toMatchObject({
    grant_type: 'client_credentials',
    scope: 'https://mail.example.org/.default',
  });
});

test('an ID token that comes with it is no matter of the desk', async () => {
  endpoint.addToAnswers({ expires_in: 3_600, id_token: 'e30.e30.x' });
  expect(await tokensOf().current()).toBe(endpoint.good);
});

test.each([
  ['invalid_grant', 'MAIL_OAUTH_REFRESH_TOKEN'],
  ['invalid_client', 'MAIL_OAUTH_CLIENT_SECRET'],
  ['invalid_scope', 'MAIL_OAUTH_SCOPE'],
  ['something_else', 'MAIL_OAUTH_'],
])('%s says what to do, without what the endpoint repeats of what it was sent', async (error, cure) => {
  endpoint.answerBy((form) => ({
    status: 400,
    body: JSON.stringify({ error, error_description: `You sent ${form}` }),
  }));
  const message = await faultOf(tokensOf());
  expect(message).toContain(`gives no access token: ${error}: You sent`);
  expect(message).toContain(cure);
  expect(message).not.toContain(application.secret);
  expect(message).not.toContain(application.refresh);
});

test.each([
  ['an error of the server', { status: 500, type: 'text/html', body: '<h1>Sorry</h1>' }],
  ['a page', { status: 200, type: 'text/html', body: '<h1>Sign in</h1>' }],
  ['a token of no kind', { status: 200, body: '{ "access_token": "access-without-kind" }' }],
  ['a token that is no text', { status: 200, body: '{ "access_token": 7, "token_type": "bearer" }' }],
])('%s is no answer', async (_what, answer) => {
  endpoint.answerBy(() => answer);
  const message = await faultOf(tokensOf());
  expect(message).toContain('MAIL_OAUTH_TOKEN_URL');
  expect(message).not.toContain('access-without-kind');
});

test('an endpoint that is away is told of, and asked again', async () => {
  const tokens = tokensOf({ tokenUrl: 'http://127.0.0.1:1/token' });
  expect(await faultOf(tokens)).toMatch(/^127\.0\.0\.1:1 gives no access token: it cannot be reached\./);
  expect(await faultOf(tokens)).toContain('MAIL_OAUTH_TOKEN_URL');
});
