import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const bring = async (csv: string) => {
  const type = { 'content-type': 'text/csv' };
  const { body } = await desk.rest<string>('POST', '/api/tickets/import/', csv, type);
  const lines = typeof body === 'string' ? body.trim().split('\n') : [JSON.stringify(body)];
  return JSON.parse(lines.at(-1) ?? '') as { imported: number; duplicates: number; rejects?: { reason: string }[] };
};
const people = async () =>
  (await desk.graphql<{ requesters: { totalCount: number } }>('{ requesters { totalCount } }')).data.requesters
    .totalCount;

const file = `title,description,category,priority,external_id,requester_email,requester_name
One,First,billing,low,a,Mia@Example.org,Mia
Two,Second,billing,low,b,mia@example.org,Somebody
Three,Third,billing,low,c,,Only a name
Four,Fourth,billing,low,d,,
Five,Fifth,billing,low,e,no address,
`;

test('an import brings who asked: one person for one address, and nobody twice where it runs again', async () => {
  expect(await bring(file)).toMatchObject({
    imported: 4,
    rejects: [{ reason: expect.stringMatching(/^requester_email: This is not an e-mail address/) }],
  });
  const { body } = await desk.rest<{ title: string; requester: { id: string; name: string; email: string | null } }[]>(
    'GET',
    '/api/tickets/?include=requester',
  );
  const by = new Map(body.map(({ title, requester }) => [title, requester]));
  expect(by.get('One')).toMatchObject({ name: 'Mia', email: 'mia@example.org' });
  expect(by.get('Two')).toEqual(by.get('One'));
  expect(by.get('Three')).toMatchObject({ name: 'Only a name', email: null });
  expect(by.get('Four')).toBeNull();
  expect(await people()).toBe(2);
  expect(await bring(file)).toMatchObject({ imported: 0, duplicates: 4 });
  expect(await people()).toBe(2);
});

test('an export with requesters comes back as it was', async () => {
  const { body: csv } = await desk.rest<string>('GET', '/api/tickets/export.csv?include=requester');
  expect(await bring(csv)).toMatchObject({ imported: 0, duplicates: 4 });
  const other = await startDesk();
  try {
    await other.rest('POST', '/api/tickets/import/', csv, { 'content-type': 'text/csv' });
    const { body: again } = await other.rest<string>('GET', '/api/tickets/export.csv?include=requester');
    const sorted = (text: string) =>
      text
        .split(/\r?\n/)
        .map((line) => line.replace(/^\d+,/, '').replace(/T-\d+@/, ''))
        .toSorted();
    expect(sorted(again)).toEqual(sorted(csv));
  } finally {
    await other.close();
  }
});
