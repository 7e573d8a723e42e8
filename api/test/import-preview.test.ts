import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

async function preview(file: string, query = '', type = 'text/csv') {
  const headers = { 'content-type': type };
  const { status, body } = await desk.rest<Record<string, unknown>>(
    'POST',
    `/api/tickets/import/preview/${query}`,
    file,
    headers,
  );
  return { status, ...body };
}
const total = async () => (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets;

test('a preview tells what columns, values and first rows become, and writes nothing', async () => {
  const file = [
    'Id;title;description;State;Status',
    '1;Lamp;It flickers;Old;New',
    '2;Door;;Old;In progress',
    '3;Key;Lost;New;Open;x',
  ];
  expect(await preview(file.join('\n'), '?map=Id=external_id&value=status:New=open')).toEqual({
    status: 200,
    delimiter: 'semicolon',
    preset: null,
    columns: [
      { name: 'Id', field: 'external_id' },
      { name: 'title', field: 'title' },
      { name: 'description', field: 'description' },
      { name: 'State', field: null },
      { name: 'Status', field: 'status' },
    ],
    values: [
      {
        field: 'status',
        values: [
          { value: 'New', count: 1, becomes: 'open' },
          { value: 'In progress', count: 1, becomes: 'in_progress' },
        ],
      },
    ],
    rows: [
      {
        line: 2,
        cells: ['1', 'Lamp', 'It flickers', 'Old', 'New'],
        ticket: expect.objectContaining({ title: 'Lamp', status: 'open', external_id: '1' }),
      },
      { line: 3, cells: ['2', 'Door', '', 'Old', 'In progress'], ticket: null },
    ],
    counts: { rows: 3, rejected: 2 },
    rejects: [
      { line: 3, title: 'Door', reason: 'description: This field is required.' },
      { line: 4, title: null, reason: expect.stringContaining('6 cells') },
    ],
    problem: null,
  });
  expect(await total()).toBe(0);
});

test('columns at odds are shown with their cells, so that one can be chosen', async () => {
  const file = 'title,description,description\nA,first,second\n';
  expect(await preview(file)).toMatchObject({
    status: 200,
    problem: expect.stringContaining('are both description'),
    rows: [{ cells: ['A', 'first', 'second'] }],
  });
  expect(await preview(file, '?map=%233=description')).toMatchObject({
    problem: null,
    rows: [{ ticket: { description: 'second' } }],
  });
});

test('of a part of a file the row that is cut off is left out', async () => {
  const whole = { counts: { rows: 1, rejected: 0 }, rejects: [] };
  expect(await preview('title,description\nA,a\nB,"b', '?part=1')).toMatchObject(whole);
  expect(await preview('[{"title":"A","description":"a"},\n{"title":"B"', '?part=1', 'application/json')).toMatchObject(
    whole,
  );
  expect(await preview('title,description\nA,a\nB,"b')).toMatchObject({ counts: { rows: 2, rejected: 1 } });
});

test('a file that no mapping can help is refused or told of in a sentence', async () => {
  expect(await preview('title,description\n')).toMatchObject({ problem: 'There is no row below the header.' });
  expect(await preview('a,b\n1,2\n')).toMatchObject({ problem: 'No column is the description.' });
  expect(await preview('', '?part=maybe')).toMatchObject({ status: 400, part: [expect.stringContaining('Select 1')] });
  expect(await preview('x', '', 'text/plain')).toMatchObject({ status: 415 });
});
