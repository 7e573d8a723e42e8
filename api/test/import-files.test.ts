import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { importFile } from './support/import-file.js';

type Ticket = Record<string, string | number | null>;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const send = (file: string | Uint8Array, query = '', type = 'text/csv', to = desk) => importFile(to, file, query, type);

/** The report, and what the file became, newest first; each file is the first in its desk. */
async function take(file: string | Uint8Array, query = '', type = 'text/csv') {
  await clear();
  const { report } = await send(file, query, type);
  return { report, tickets: await all() };
}

const all = async () => (await desk.rest<Ticket[]>('GET', '/api/tickets/?order=created_at')).body;

async function clear() {
  for (const { id } of await all()) await desk.rest('DELETE', `/api/tickets/${id}/`);
}

describe('no cell is lost or moved', () => {
  test('a row of more cells than columns is rejected, unless what is over is empty', async () => {
    const { report, tickets } = await take('title,description\nA,one, two and three\nB,b,,\n,\nC,c\n');
    expect(report).toMatchObject({ imported: 2, rejected: 1 });
    expect(report.rejects).toEqual([
      {
        line: 2,
        raw: 'A,one, two and three',
        reason: '3 cells, but the header has 2 columns. Put quotes around cells that hold the delimiter.',
      },
    ]);
    expect(tickets.map(({ title }) => title)).toEqual(['B', 'C']);
  });

  test('blanks around a quoted cell belong to the quoting', async () => {
    const file =
      'title, description, status\n"Sign-in broken", "It fails on the\nsecond step, always", open\n"A" ,\u00a0\u200b"b"\t\n';
    expect((await take(file)).tickets).toMatchObject([
      { title: 'Sign-in broken', description: 'It fails on the\nsecond step, always', status: 'open' },
      { title: 'A', description: 'b' },
    ]);
  });

  test('a quote that a backslash was to escape costs its row', async () => {
    const { report } = await take(
      '"title","description"\n"Printer says \\"PC LOAD\\"","He said \\"no\\", then left."\n',
    );
    expect(report).toMatchObject({ imported: 0, rejects: [{ line: 2, raw: expect.stringContaining('PC LOAD') }] });
  });

  test('a carriage return alone ends a line, wherever the parts are cut', async () => {
    const { tickets } = await take('title,description\rPrinter,Since this morning.\rLamp,"It\rflickers."\r');
    expect(tickets.map(({ description }) => description)).toEqual(['Since this morning.', 'It\nflickers.']);
  });

  test.each([
    [
      'title,description,description\nA,b,c\n',
      '"description" (column 2) and "description" (column 3) are both description.',
    ],
    ['Subject,Text,description\nA,b,c\n', 'There is no column nosuch.', '?map=nosuch=title'],
    ['A,B,description\na,b,c\n', '"A" (column 1) and "B" (column 2) are both title.', '?map=A=title&map=B=title'],
    ['title,description\n', 'no row was found'],
    ['title,description\n\n,\n', 'no row was found'],
    ['', 'no row was found'],
  ])('%j is refused: %s', async (file, detail, query = '') => {
    const before = (await all()).length;
    const { status, report } = await send(file, query);
    expect(status).toBe(400);
    expect(report.detail).toContain(detail);
    expect(await all()).toHaveLength(before);
  });

  test('a mapping by position says which of two columns is meant', async () => {
    const { tickets } = await take('title,description,description\nA,first,second\n', '?map=%233=description');
    expect(tickets).toMatchObject([{ title: 'A', description: 'second' }]);
  });
});

describe('the delimiter', () => {
  test.each([
    [
      'is said by the line above the header',
      '\uFEFFsep=;\r\ntitle;description;priority\r\nP, Q;Since;high\r\n',
      'semicolon',
    ],
    ['is counted outside of quotes', '"Betreff, kurz, title";"description"\r\nP, Q;Since\r\n', 'semicolon'],
    ['is checked on the second record', 'title,a,b;description\nP, Q;Since\n', 'semicolon'],
    ['may be a tab', 'title\tdescription\nP, Q\tSince\n', 'tab'],
    ['may be a pipe', 'title|description\nP, Q|Since\n', 'pipe'],
  ])('%s', async (_rule, file, delimiter) => {
    const { report, tickets } = await take(file, '?map=%231=title');
    expect(report).toMatchObject({ delimiter, imported: 1, rejected: 0 });
    expect(tickets).toMatchObject([{ title: 'P, Q', description: 'Since' }]);
  });

  test('is what the caller says', async () => {
    const { report } = await take('title;description,x\na;b,c\n', '?delimiter=;');
    expect(report).toMatchObject({ delimiter: 'semicolon', imported: 0, rejected: 1 });
    const { status, report: refusal } = await send('a,b\n', '?delimiter=slash');
    expect([status, refusal]).toEqual([400, { delimiter: [expect.stringContaining('semicolon')] }]);
  });
});

describe('the words of other trackers', () => {
  test('case, blanks, _ and - do not matter in headers and values', async () => {
    const file = 'TITLE,Description,Created-At,status\nA,a,2026-02-19,In Progress\nB,b,2026-02-20,in-progress\n';
    expect((await take(file)).tickets).toMatchObject([
      { status: 'in_progress', created_at: '2026-02-19T00:00:00.000Z' },
      { status: 'in_progress' },
    ]);
  });

  test('an export of Zendesk is known by its columns', async () => {
    const header = '"Id","Requester","Status","Priority","Created at","Updated at","Solved at","Subject","Description"';
    const rows = [
      '"4711","Mara","Solved","Normal","2026-02-19 10:11","2026-02-20 09:00","2026-02-20 9:00","Charged","Hi,\r\n\r\nMara"',
      '"4712","Ole","Pending","Urgent","2026-02-19 11:40","2026-02-19 12:00","-","Cannot sign in","It says ""expired""."',
      '"4713","Ida","Hold","-","2026-02-19 11:41","2026-02-19 12:00","","Login","x"',
    ];
    const { report, tickets } = await take([header, ...rows].join('\r\n'));
    expect(report).toMatchObject({ imported: 3, rejected: 0, preset: 'zendesk', left_out: ['Requester'] });
    expect(tickets).toMatchObject([
      {
        ...{ title: 'Charged', description: 'Hi,\n\nMara', status: 'resolved', priority: 'medium' },
        ...{ resolved_at: '2026-02-20T09:00:00.000Z', updated_at: '2026-02-20T09:00:00.000Z' },
      },
      { title: 'Cannot sign in', status: 'in_progress', priority: 'critical', resolved_at: null },
      { title: 'Login', status: 'in_progress' },
    ]);
    expect((await send([header, ...rows].join('\n'))).report).toMatchObject({ imported: 0, duplicates: 3 });
    expect((await send(`${header}\n${rows[0]}`, '?preset=none')).report).toMatchObject({ imported: 0, rejected: 1 });
  });

  test('an export of Jira comes in whole: times, long summaries, rows without a description', async () => {
    const long = 'L'.repeat(250);
    const file = [
      'Summary,Issue key,Status,Priority,Created,Resolved,Description,Labels,Labels',
      'Export fails,OPS-101,In Progress,Highest,19/Feb/26 10:11 AM,,"h3. Steps\n\n{code}""x""{code}",a,b',
      'Upgrade runner,OPS-102,Done,Medium,2026-02-19 11:00,2026-02-20 9:00,,infra,',
      `${long},OPS-103,To Do,Low,2026-02-19T11:00:00.000+0100,,Long summary,,`,
    ].join('\n');
    const { report, tickets } = await take(file, '?preset=jira');
    expect(report).toMatchObject({ imported: 3, rejected: 0 });
    const byTitle = new Map(tickets.map((ticket) => [ticket.title, ticket]));
    expect(byTitle.get('Export fails')).toMatchObject({
      ...{ status: 'in_progress', priority: 'critical', created_at: '2026-02-19T10:11:00.000Z' },
      description: 'h3. Steps\n\n{code}"x"{code}',
    });
    expect(byTitle.get('Upgrade runner')).toMatchObject({ status: 'resolved', description: 'Upgrade runner' });
    expect(byTitle.get(`${'L'.repeat(199)}…`)).toMatchObject({
      ...{ description: `${long}\n\nLong summary`, status: 'open', created_at: '2026-02-19T10:00:00.000Z' },
    });
  });

  test('exports of Freshdesk and GitHub are known too, JSON arrays included', async () => {
    const freshdesk =
      'Ticket ID,Subject,Status,Priority,Created time,Resolved time\n1,Lamp,Waiting on Customer,Urgent,2026-02-19 10:00:00,\n';
    expect((await take(freshdesk)).tickets).toMatchObject([
      { title: 'Lamp', description: 'Lamp', status: 'in_progress', priority: 'critical' },
    ]);
    const issues = [
      {
        number: 7,
        title: 'Crash',
        body: 'On start',
        state: 'CLOSED',
        createdAt: '2026-02-19T10:00:00Z',
        closedAt: '2026-02-20T10:00:00Z',
      },
      { number: 8, title: 'Idea', body: '', state: 'OPEN', createdAt: '2026-02-19T10:00:01Z', closedAt: null },
    ];
    const { report, tickets } = await take(JSON.stringify(issues, null, 2), '', 'application/json');
    expect(report).toMatchObject({ imported: 2, preset: 'github' });
    expect(tickets).toMatchObject([
      { title: 'Crash', status: 'closed', resolved_at: '2026-02-20T10:00:00.000Z' },
      { title: 'Idea', description: 'Idea', status: 'open' },
    ]);
  });

  test('the caller says what columns and values mean, and the preset yields', async () => {
    const query = '?map=Betreff=title&map=Text=description&value=status:Erledigt=resolved&value=priority:P1=critical';
    const file = 'Betreff;Text;Status;Priority\nDrucker;Qualmt;erledigt;p1\nLampe;Flackert;Offen;p1\n';
    const { report, tickets } = await take(file, query);
    expect(tickets).toMatchObject([{ title: 'Drucker', status: 'resolved', priority: 'critical' }]);
    expect(report.rejects).toMatchObject([{ line: 3, reason: 'status: "Offen" is not a valid choice.' }]);
    const { report: refusal } = await send(file, '?value=status:Erledigt=done&map=x&date_format=soon&preset=lotus');
    expect(Object.keys(refusal).sort()).toEqual(['date_format', 'map', 'preset', 'value']);
  });
});

describe('a JSON array', () => {
  test('is read element by element, and a bad one costs only itself', async () => {
    const file =
      '[\n {"title":"A","description":"[a], {b}, \\"c\\""},\n {broken},\n 7,\n {"title":"B",\n  "description":"b"}\n]';
    const { report, tickets } = await take(file, '', 'application/x-ndjson');
    expect(report.rejects).toMatchObject([
      { line: 3, reason: 'The line is not valid JSON.', raw: '{broken}' },
      { line: 4, reason: 'The line is not a JSON object.' },
    ]);
    expect(tickets).toMatchObject([{ description: '[a], {b}, "c"' }, { description: 'b' }]);
  });

  test('that is not closed, or is followed by something, is told of', async () => {
    const row = '{"title":"A","description":"a"}';
    expect((await send(`[${row},`, '?dry_run=1', 'application/json')).report).toMatchObject({
      imported: 1,
      rejected: 1,
    });
    expect((await send(`[${row}]\n${row}`, '?dry_run=1', 'application/json')).report).toMatchObject({
      imported: 1,
      rejected: 1,
    });
    expect((await send('[]', '', 'application/json')).status).toBe(400);
  });
});

describe('times', () => {
  test('a ticket is not resolved before it is created, nor made tomorrow after next', async () => {
    const row = (created: string, resolved: string) => `A,a,resolved,${created},${resolved}`;
    const future = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const file = [
      'title,description,status,created_at,resolved_at',
      row('2026-11-27T11:00:00Z', '2026-11-20T11:00:00Z'),
      row(future, ''),
      row(soon, ''),
      row('', '2026-01-01'),
      row('', ''),
      'B,b,open,2026-02-03T00:00:00Z,2026-01-01',
    ].join('\n');
    const { report, tickets } = await take(file);
    expect(report.rejects).toMatchObject([
      { line: 2, reason: expect.stringContaining('resolved_at: 2026-11-20T11:00:00.000Z is before created_at') },
      { line: 3, reason: expect.stringContaining('more than a day in the future') },
    ]);
    expect(report.imported).toBe(4);
    for (const { created_at, resolved_at } of tickets)
      if (resolved_at !== null) expect(String(resolved_at) >= String(created_at)).toBe(true);
    const ahead = tickets.find(({ created_at }) => created_at === soon);
    await desk.rest('PATCH', `/api/tickets/${ahead?.id}/`, { status: 'open' });
    const { body } = await desk.rest<Ticket>('PATCH', `/api/tickets/${ahead?.id}/`, { status: 'closed' });
    expect(body).toMatchObject({ status: 'closed', resolved_at: soon });
  });
});

test('the rejected rows can be mended and sent again', async () => {
  const { report } = await take('sep=;\ntitle;description;status\nA;"a; ""x""\nmore";nowhere\nB;b;open\n');
  expect(report.rejects).toEqual([
    { line: 3, raw: 'A;"a; ""x""\nmore";nowhere', reason: 'status: "nowhere" is not a valid choice.' },
  ]);
  const mended = [report.header, ...report.rejects.map(({ raw }) => raw?.replace('nowhere', 'closed'))].join('\n');
  const again = await take(mended);
  expect(again.tickets).toMatchObject([{ description: 'a; "x"\nmore', status: 'closed' }]);
});

test('what the desk exported it takes back unchanged, and knows what it has already', async () => {
  await clear();
  const texts = ['-5 degrees', "'-5 quoted", '=1+1', '@mara', '-', 'a\r\nb\rc\nd', ' "x", y', "'", '＝wide', 'sep=;'];
  for (const text of texts)
    await desk.rest('POST', '/api/tickets/', { title: `T ${text}`.slice(2), description: text, status: 'resolved' });
  await send('title,description,external_id,created_at,status\nOld,old,=own 1,2025-01-01,closed\n');
  const answer = await fetch(`${desk.url}/api/tickets/export.csv`);
  const file = new Uint8Array(await answer.arrayBuffer());
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect((await send(file)).report).toMatchObject({ imported: 0, duplicates: texts.length + 1, rejected: 0 });

  const other = await startDesk();
  expect((await send(file, '', 'text/csv', other)).report).toMatchObject({ imported: texts.length + 1, rejected: 0 });
  const without = (tickets: Ticket[]) => tickets.map(({ id: _id, ...ticket }) => ticket);
  const theirs = (await other.rest<Ticket[]>('GET', '/api/tickets/?order=created_at')).body;
  const ours = await all();
  expect(new Set(without(theirs).map((ticket) => JSON.stringify(ticket)))).toEqual(
    new Set(without(ours).map((ticket) => JSON.stringify(ticket))),
  );
  const [first] = ours;
  expect((await send(file, '', 'text/csv', other)).report).toMatchObject({ imported: 0, duplicates: texts.length + 1 });
  const ids = async (from: TestDesk) =>
    (await (await fetch(`${from.url}/api/tickets/export.csv`)).text()).match(/T-\d+@[^\r\n]+|own 1/g)?.sort();
  expect(await ids(other)).toEqual(await ids(desk));
  await desk.rest('DELETE', `/api/tickets/${ours.at(-1)?.id}/`);
  expect((await send(file)).report).toMatchObject({ imported: 1, duplicates: texts.length });
  expect(first).toBeDefined();
  await other.close();
});
