import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { type Credentials, joinTeam, makeToken, usersCommand } from './support/team.js';

let desk: TestDesk;
let ada: Credentials;
beforeAll(async () => {
  desk = await startDesk();
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  await joinTeam(desk, 'bob@example.org');
  await joinTeam(desk, 'gone@example.org');
  await usersCommand(desk, 'add', 'late@example.org');
  await usersCommand(desk, 'deactivate', 'gone@example.org');
});
afterAll(() => desk.close());

const csv = { 'content-type': 'text/csv' };
const bring = async (to: TestDesk, file: string, by: Credentials, query = '') => {
  const { body } = await to.rest<string>('POST', `/api/tickets/import/${query}`, file, { ...csv, ...by });
  const lines = typeof body === 'string' ? body.trim().split('\n') : [JSON.stringify(body)];
  return JSON.parse(lines.at(-1) ?? '') as { imported: number; rejects?: { line: number; reason: string }[] };
};

const file = `title,description,category,priority,external_id,assignee_email
One,First,billing,low,a,BOB@Example.org
Two,Second,billing,low,b,
Three,Third,billing,low,c,gone@example.org
Four,Fourth,billing,low,d,late@example.org
Five,Fifth,billing,low,e,nobody@example.org
Six,Sixth,billing,low,f,no address
`;
const noMember = expect.stringMatching(/^assignee_email: Nobody who is active on the team has this address/);

test('an import gives tickets to people who are active, by address, and refuses every other', async () => {
  for (const query of ['?dry_run=1', '']) {
    const { rejects, ...counts } = await bring(desk, file, ada, query);
    expect(counts).toMatchObject({ imported: 2, rejected: 4 });
    expect(rejects?.map(({ reason }) => reason)).toEqual([
      noMember,
      noMember,
      noMember,
      expect.stringMatching(/^assignee_email: This is not an e-mail address/),
    ]);
  }
  type Row = { title: string; assignee: { id: string; name: string } | null };
  const { body } = await desk.rest<Row[]>('GET', '/api/tickets/?include=assignee', undefined, ada);
  expect(new Map(body.map(({ title, assignee }) => [title, assignee]))).toEqual(
    new Map([
      ['One', { id: expect.any(String), name: 'bob' }],
      ['Two', null],
    ]),
  );
});

test('a preview tells the same, and no token that may not read addresses learns whose one is', async () => {
  const preview = await desk.rest<{ counts: object; columns: { field: string | null }[] }>(
    'POST',
    '/api/tickets/import/preview/',
    file,
    { ...csv, ...ada },
  );
  expect(preview.body.counts).toEqual({ rows: 6, rejected: 4 });
  expect(preview.body.columns.at(-1)?.field).toBe('assignee_email');
  const token = await makeToken(desk, ada, ['TICKETS_READ', 'TICKETS_WRITE']);
  const reasons = (await bring(desk, file, token, '?dry_run=1')).rejects?.map(({ reason }) => reason);
  expect(new Set(reasons?.slice(0, 4))).toEqual(new Set(['assignee_email: The token lacks the scope PEOPLE_READ.']));
  const { body } = await desk.rest<string>('GET', '/api/tickets/export.csv?include=assignee', undefined, token);
  expect(body).toContain(',bob');
  expect(body).not.toContain('bob@');
});

test('an export with assignees gives them their tickets on another desk', async () => {
  const exported = await desk.rest<string>('GET', '/api/tickets/export.csv?include=assignee', undefined, ada);
  expect(exported.body).toContain('bob@example.org,bob');
  const other = await startDesk();
  try {
    const bea = await joinTeam(other, 'bea@example.org', '--admin');
    await joinTeam(other, 'bob@example.org');
    expect(await bring(other, exported.body, bea)).toMatchObject({ imported: 2, rejected: 0 });
    const again = await other.rest<string>('GET', '/api/tickets/export.csv?include=assignee', undefined, bea);
    expect(again.body).toContain('bob@example.org,bob');
  } finally {
    await other.close();
  }
});
