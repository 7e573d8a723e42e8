import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { freePort } from './support/free-port.js';
import { type Browser, browser, type Provider, signInAtProvider, startProvider } from './support/provider.js';
import { joinTeam, usersCommand } from './support/team.js';

let desk: TestDesk;
let base: string;
let provider: Provider;
let port: number;
let callback: string;
beforeAll(async () => {
  const own = await freePort();
  base = `http://127.0.0.1:${own}`;
  callback = `${base}/auth/oidc/callback`;
  provider = await startProvider(0, callback);
  port = Number(new URL(provider.issuer).port);
  const environment = {
    PUBLIC_URL: base,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'desk',
    OIDC_CLIENT_SECRET: 'secret',
    ADMIN_EMAIL: 'Ada@example.org',
  };
  desk = await startDesk(environment, undefined, {}, own);
});
afterAll(async () => {
  await provider.stop();
  await desk.close();
});

/** Where the provider is to be asked. */
async function begin(go: Browser, query = ''): Promise<URL> {
  const response = await go(`${base}/auth/oidc/start${query}`);
  return new URL(response.headers.get('location') ?? '', base);
}

const back = async (go: Browser, login: string, start?: URL) =>
  signInAtProvider(go, (start ?? (await begin(go))).href, callback, login);

/** Where the desk sends the browser in the end, and who it is then. */
async function end(go: Browser, address: string) {
  const response = await go(address);
  const me = await go(`${base}/graphql?query={viewer{user{email role}}}`, {
    headers: { 'x-apollo-operation-name': 'x' },
  });
  const { data } = (await me.json()) as { data: { viewer: { user: object | null } } };
  return { to: response.headers.get('location'), user: data.viewer.user };
}

const refused = (problem: string) => ({ to: `/sign-in?problem=${problem}`, user: null });
const ada = { to: '/', user: { email: 'ada@example.org', role: 'ADMIN' } };

describe('the first administrator', () => {
  test('is nobody whose address the provider does not vouch for, and nobody else', async () => {
    await provider.vouch(false);
    const [unverified, other] = [browser(), browser()];
    expect(await end(unverified, await back(unverified, 'ada'))).toEqual(refused('refused'));
    await provider.vouch(true);
    expect(await end(other, await back(other, 'eve'))).toEqual(refused('refused'));
  });

  test('is whoever has the verified address of ADMIN_EMAIL, also where two come at once', async () => {
    const [one, two] = [browser(), browser()];
    const addresses = [await back(one, 'ada'), await back(two, 'ada')] as const;
    expect(await Promise.all([end(one, addresses[0]), end(two, addresses[1])])).toEqual([ada, ada]);
    expect(await usersCommand(desk, 'list')).toBe('ada@example.org\tadmin\tactive\tPerson ada');
  });
});

test.each([
  ['/tickets/7?tab=notes', '/tickets/7?tab=notes'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/.//evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('a sign-in leads back to where the person was going, and never off the desk: %s', async (wanted, to) => {
  const go = browser();
  const start = await begin(go, `?${new URLSearchParams({ to: wanted })}`);
  expect((await end(go, await back(go, 'ada', start))).to).toBe(to);
});

describe('somebody else', () => {
  test('comes in by an invitation for their verified address, and from then on by who they are there', async () => {
    await usersCommand(desk, 'add', 'bob@example.org', '--name', 'Bob');
    await provider.vouch(false);
    const early = browser();
    expect(await end(early, await back(early, 'bob'))).toEqual(refused('refused'));
    await provider.vouch(true);
    const bob = { to: '/', user: { email: 'bob@example.org', role: 'AGENT' } };
    const go = browser();
    expect(await end(go, await back(go, 'bob'))).toEqual(bob);
    await provider.vouch(false);
    const again = browser();
    expect(await end(again, await back(again, 'bob'))).toEqual(bob);
    await provider.vouch(true);
  });

  test('is not let in by an address alone that somebody here has', async () => {
    await joinTeam(desk, 'cleo@example.org');
    const go = browser();
    expect(await end(go, await back(go, 'cleo'))).toEqual(refused('refused'));
  });

  test('is not let in once they are not active', async () => {
    await usersCommand(desk, 'deactivate', 'bob@example.org');
    const go = browser();
    expect(await end(go, await back(go, 'bob'))).toEqual(refused('refused'));
  });
});

describe('what comes back', () => {
  test('with a wrong nonce is refused', async () => {
    const go = browser();
    const start = await begin(go);
    start.searchParams.set('nonce', 'another');
    expect(await end(go, await back(go, 'ada', start))).toEqual(refused('provider'));
  });

  test('with a wrong state is refused', async () => {
    const go = browser();
    const address = new URL(await back(go, 'ada'));
    address.searchParams.set('state', 'another');
    expect(await end(go, address.href)).toEqual(refused('provider'));
  });

  test('to another browser than it began in is refused', async () => {
    const [go, other] = [browser(), browser()];
    const address = await back(go, 'ada');
    expect(await end(other, address)).toEqual(refused('expired'));
    await begin(other);
    expect(await end(other, address)).toEqual(refused('provider'));
  });

  test('twice is refused the second time', async () => {
    const go = browser();
    const start = await go(`${base}/auth/oidc/start`);
    const cookie = start.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const address = await back(go, 'ada', new URL(start.headers.get('location') ?? ''));
    expect(await end(go, address)).toEqual(ada);
    const thief = await fetch(address, { redirect: 'manual', headers: { cookie } });
    expect(thief.headers.get('location')).toBe('/sign-in?problem=provider');
    expect(thief.headers.getSetCookie().join()).not.toMatch(/relaydesk=\w/);
  });

  test('with a cookie that the desk did not sign is refused', async () => {
    const pending = Buffer.from(JSON.stringify({ state: 'x', nonce: 'y', verifier: 'z', until: 9e15 })).toString(
      'base64url',
    );
    for (const cookie of [pending, `${pending}.${'A'.repeat(43)}`, '.', 'x.y.z']) {
      const response = await fetch(`${callback}?code=x&state=x`, {
        redirect: 'manual',
        headers: { cookie: `relaydesk-oidc=${cookie}` },
      });
      expect(response.headers.get('location')).toBe('/sign-in?problem=expired');
    }
  });
});

test('keys that the provider did not have before are asked for anew, and sign nobody in until then', async () => {
  const known = browser();
  expect(await end(known, await back(known, 'ada'))).toEqual(ada);
  await provider.stop();
  provider = await startProvider(port, callback);
  const [first, second] = [browser(), browser()];
  expect(await end(first, await back(first, 'ada'))).toEqual(refused('provider'));
  expect(await end(second, await back(second, 'ada'))).toEqual(ada);
});

test('a provider that is down keeps nobody out for longer than it is', async () => {
  const [during, after] = [browser(), browser()];
  const address = await back(during, 'ada');
  await provider.stop();
  expect(await end(during, address)).toEqual(refused('provider'));
  expect((await begin(after)).href).toBe(`${base}/sign-in?problem=provider`);
  provider = await startProvider(port, callback);
  expect(await end(after, await back(after, 'ada'))).toEqual(ada);
});
