import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import {
  ask,
  type Credentials,
  cookieOf,
  joinTeam,
  makeToken,
  password,
  secretIn,
  usersCommand,
} from './support/team.js';

let database: TestDatabase;
let desk: TestDesk;
let ada: Credentials;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await startDesk(
    { TRUSTED_PROXY: 'loopback', RATE_LIMIT: 'off' },
    { ...database, close: async () => undefined },
  );
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
});
afterAll(() => database.close());

/** As the proxy in front tells who asks. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (email: unknown, typed: unknown, headers: Credentials) =>
  desk.rest('POST', '/auth/sign-in', { email, password: typed }, headers);

test('the time of an answer does not tell whether there is an account', async () => {
  const timeOf = async (email: string, address: string) => {
    const begun = performance.now();
    expect((await signIn(email, 'a wrong password', from(address))).status).toBe(401);
    return performance.now() - begun;
  };
  await timeOf('ada@example.org', '10.1.0.0');
  const [known, unknown]: [number[], number[]] = [[], []];
  // In turn, so that a busy moment of the machine meets both alike; each from an address of its own, which has no delay.
  for (let index = 1; index <= 40; index++) {
    known.push(await timeOf('ada@example.org', `10.1.1.${index}`));
    unknown.push(await timeOf(`nobody${index}@example.org`, `10.1.2.${index}`));
  }
  // How often the one takes longer than the other, over all pairs: a half where nobody can tell them apart.
  const longer = known.flatMap((one) => unknown.map((other): number => (one > other ? 1 : 0)));
  const share = longer.reduce((sum, one) => sum + one, 0) / longer.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.8);
});

test('five thousand wrong passwords are few that are looked at, and the right one still gets in from elsewhere', async () => {
  const statuses = new Map<number, number>();
  for (let round = 0; round < 100; round++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => signIn('ada@example.org', `guess ${round} ${index}`, from('10.2.0.1'))),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(5_000);
  expect(statuses.get(401)).toBeLessThan(20);
  expect((await signIn('ada@example.org', password, from('10.2.0.1'))).status).toBe(429);
  expect((await signIn('ada@example.org', password, from('10.2.0.2'))).status).toBe(204);
});

test('nonsense is refused in the same words, whatever it is', async () => {
  const nonsense: unknown[] = [
    null,
    7,
    [],
    {},
    '',
    '\0',
    'a'.repeat(5_000),
    '\ud800',
    "' or 1=1 --",
    'ada@example.org\r\nx: y',
  ];
  for (const [index, value] of nonsense.entries()) {
    const answers = [
      await signIn(value, password, from(`10.3.0.${index}`)),
      await signIn('bob@example.org', value, from(`10.3.1.${index}`)),
    ];
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([401, { detail: 'The e-mail address or the password is wrong.' }]);
    }
    for (const path of ['/auth/invitation', '/auth/reset/confirm']) {
      expect((await desk.rest('POST', path, { token: value, password })).status).toBe(403);
    }
  }
  for (const body of ['[]', '"x"', '7', '{"email":']) {
    expect((await desk.rest('POST', '/auth/sign-in', body)).status).toBe(400);
  }
  expect((await desk.rest('POST', '/auth/sign-in', `{"email":"${'a'.repeat(20_000)}"}`)).status).toBe(413);
  expect((await desk.rest('GET', '/auth/sign-in')).status).toBe(404);
});

test('a password is the same password on another keyboard', async () => {
  const link = await usersCommand(desk, 'add', 'ida@example.org');
  const body = { token: secretIn(link), password: 'Ångström über alles' };
  expect((await desk.rest('POST', '/auth/invitation', body)).status).toBe(204);
  expect((await signIn('ida@example.org', 'Ångström über alles'.normalize('NFD'), from('10.4.0.1'))).status).toBe(204);
});

test('an audit entry cannot be changed, and a session or token is nowhere in clear', async () => {
  const token = (await makeToken(desk, ada, ['TICKETS_READ'])).authorization?.split(' ')[1] ?? '';
  const link = await usersCommand(desk, 'add', 'late@example.org');
  const session = cookieOf(await signIn('ada@example.org', password, from('10.5.0.1'))).split('=')[1] ?? '';
  expect((await ask(desk, ada, '{ auditEvents { totalCount } }')).body.errors).toBeUndefined();
  await desk.close();
  await withDataSource(database, async (dataSource) => {
    const tables = await dataSource.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await dataSource.query(`select to_jsonb(t)::text as row from "${name}" t`));
      for (const secret of [token, session, secretIn(link), password]) expect(rows.includes(secret)).toBe(false);
    }
    const [account] = await dataSource.query<{ hash: string }[]>(
      `select password_hash as hash from account where email = 'ada@example.org'`,
    );
    const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(account?.hash ?? '') ?? [];
    expect([Number(memory) >= 19_456, Number(passes) >= 2]).toEqual([true, true]);
    for (const change of [
      'update audit_event set actor_name = $$x$$',
      'delete from audit_event',
      'truncate audit_event',
    ]) {
      await expect(dataSource.query(change)).rejects.toThrow('audit_event is append-only');
    }
  });
});
