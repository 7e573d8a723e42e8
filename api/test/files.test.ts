import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { sendFile } from './support/files.js';
import { ask, joinTeam, makeToken } from './support/team.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
});
afterAll(() => desk.close());

type File = { fileName: string; mediaType: string; size: number; sha256: string; url: string; id: string };
type Files = { edges: { node: File }[]; totalCount: number };
const fields = 'attachments { totalCount edges { node { id fileName mediaType size sha256 url createdAt } } }';

/** A ticket with these files, and what it tells of them. */
async function submitWith(ids: string[], more: object = {}, by: Record<string, string> = {}) {
  const query = `mutation ($input: CreateTicketInput!) { createTicket(input: $input) {
    ticket { id number ${fields} } userErrors { code path message } } }`;
  const input = { title: 'A picture', description: 'See it.', category: 'GENERAL', priority: 'LOW', ...more };
  const { body } = await ask(desk, by, query, { input: { ...input, attachmentIds: ids } });
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data.createTicket as {
    ticket: { id: string; number: number; attachments: Files } | null;
    userErrors: { code: string; path: string[] }[];
  };
}

async function attached(name: string, bytes: string | Uint8Array<ArrayBuffer>): Promise<File> {
  const { body } = await sendFile(desk, name, bytes);
  const { ticket } = await submitWith([body.id]);
  const file = ticket?.attachments.edges[0]?.node;
  if (!file) throw new Error('The ticket has no file.');
  return file;
}

test('a file goes in and comes out as it was, with what is known of it', async () => {
  const bytes = randomBytes(700_001);
  const sent = await sendFile(desk, 'C:\\fakepath\\Röntgen "1" €.bin', bytes);
  expect([sent.status, sent.body]).toEqual([
    201,
    {
      id: expect.any(String),
      file_name: 'C:_fakepath_Röntgen "1" €.bin',
      media_type: 'application/octet-stream',
      size: 700_001,
    },
  ]);
  const { ticket } = await submitWith([sent.body.id]);
  const file = ticket?.attachments.edges[0]?.node as File;
  expect([ticket?.attachments.totalCount, file.size, file.sha256, file.id]).toEqual([
    1,
    700_001,
    createHash('sha256').update(bytes).digest('hex'),
    sent.body.id,
  ]);
  const answer = await fetch(desk.url + file.url);
  expect(bytes.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''C%3A_fakepath_R%C3%B6ntgen%20%221%22%20%E2%82%AC.bin",
  );
  const head = await fetch(desk.url + file.url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '700001']);
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each([
  ['a picture', 'x.html', png, 'image/png', 'inline'],
  ['text', 'x.exe', Buffer.from('Grüße, 1 < 2'), 'text/plain; charset=utf-8', 'inline'],
  ['a page', 'x.png', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'text/html', 'attachment'],
  ['a page behind words', 'x.txt', Buffer.from('hello <script>alert(1)</script>'), 'text/html', 'attachment'],
  ['a drawing', 'x.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml', 'attachment'],
  ['a PDF', 'x.txt', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf', 'attachment'],
  ['no text', 'x.txt', Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'application/octet-stream', 'attachment'],
])('%s is what its bytes say, and runs nowhere', async (_what, name, bytes, type, disposition) => {
  const { headers } = await fetch(desk.url + (await attached(name, new Uint8Array(bytes))).url);
  expect([headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]]).toEqual([type, disposition]);
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a part of a file can be asked for, also across chunks', async () => {
  const bytes = randomBytes(600_000);
  const { url, sha256 } = await attached('long.bin', bytes);
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await fetch(desk.url + url, { headers: { range, ...more } });
    return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer())] as const;
  };
  expect(await part('bytes=262140-262150')).toEqual([
    206,
    'bytes 262140-262150/600000',
    bytes.subarray(262_140, 262_151),
  ]);
  expect(await part('bytes=-2')).toEqual([206, 'bytes 599998-599999/600000', bytes.subarray(-2)]);
  expect(await part('bytes=524288-')).toEqual([206, 'bytes 524288-599999/600000', bytes.subarray(524_288)]);
  expect((await part('bytes=600000-'))[0]).toBe(416);
  expect((await part('bytes=5-2'))[0]).toBe(200);
  expect((await part('bytes=0-1', { 'if-range': '"other"' }))[0]).toBe(200);
  expect((await part('bytes=0-1', { 'if-range': `"${sha256}"` }))[0]).toBe(206);
});

test('an empty file is refused, and leaves nothing', async () => {
  const empty = await sendFile(desk, 'empty', '');
  expect([empty.status, empty.body]).toEqual([400, { file: ['The file is empty.'] }]);
  expect(await inDatabase('select from file where completed_at is null')).toEqual([]);
});

/** Half a megabyte at a time. */
function stream(bytes: number): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      // Leaves the sender a turn to hear that it was cut off.
      await new Promise(setImmediate);
      if (sent >= bytes) return controller.close();
      controller.enqueue(new Uint8Array(524_288));
      sent += 524_288;
    },
  });
}

/** Through the desk's own connection: the embedded database is held by one process alone. */
function inDatabase<Row>(text: string): Promise<Row[]> {
  return (Reflect.get(desk.services.files, 'dataSource') as DataSource).query<Row[]>(text);
}

test('files are used once, by whoever sent them, and at most ten by one message', async () => {
  const { body: used } = await sendFile(desk, 'a', 'a');
  const talk = startConversation(desk);
  await submitWith([used.id]);
  for (const id of [used.id, 'nonsense', Buffer.from(`Attachment:${'a'.repeat(22)}`).toString('base64url')]) {
    const refused = await submitWith([id]);
    expect([refused.ticket, refused.userErrors]).toEqual([
      null,
      [expect.objectContaining({ code: 'NOT_FOUND', path: ['attachmentIds'] })],
    ]);
  }
  const sent = await Promise.all(Array.from({ length: 11 }, (_, index) => sendFile(desk, `${index}`, `${index}`)));
  const ids = sent.map(({ body }) => body.id);
  expect((await submitWith(ids)).userErrors).toEqual([expect.objectContaining({ code: 'INVALID_INPUT' })]);
  const ten = await submitWith(ids.slice(1).toReversed());
  expect(ten.ticket?.attachments.edges.map(({ node }) => node.fileName)).toEqual([
    '10',
    '9',
    '8',
    '7',
    '6',
    '5',
    '4',
    '3',
    '2',
    '1',
  ]);

  const ticket = await talk.submit();
  const said = await talk.reply(ticket, 'See the file.', { attachmentIds: [ids[0]] });
  const page = await talk.facts(ticket, `timeline(first: 9) { edges { node { ... on PublicReply { ${fields} } } } }`);
  expect(JSON.stringify(page)).toContain('"fileName":"0"');
  await talk.takeBack(said.reply?.id);
  const again = await talk.reply(ticket, 'See this file.', { attachmentIds: [ids[0]] });
  expect(again.userErrors).toEqual([]);
  const retried = { attachmentIds: [(await sendFile(desk, 'n', 'n')).body.id], idempotencyKey: 'once' };
  const [first, second] = [await talk.note(ticket, 'For us.', retried), await talk.note(ticket, 'For us.', retried)];
  expect([second.userErrors, second.note?.id]).toEqual([[], first.note?.id]);
});

test('pages of files repeat and skip nothing', async () => {
  const ids = [];
  for (const name of ['a', 'b', 'c']) ids.push((await sendFile(desk, name, name)).body.id);
  const { ticket } = await submitWith(ids);
  const page = async (args: string) => {
    const { data } = await desk.graphql<{ ticket: { attachments: Files & { pageInfo: Record<string, unknown> } } }>(
      `{ ticket(number: ${ticket?.number}) { attachments(${args}) { edges { node { fileName } }
        pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } } }`,
    );
    const { edges, pageInfo } = data.ticket.attachments;
    return { names: edges.map(({ node }) => node.fileName).join(''), ...pageInfo } as Record<string, unknown>;
  };
  const first = await page('first: 2');
  expect(first).toMatchObject({ names: 'ab', hasNextPage: true, hasPreviousPage: false });
  expect(await page(`first: 2, after: "${first.endCursor}"`)).toMatchObject({ names: 'c', hasNextPage: false });
  expect(await page(`last: 1, before: "${first.endCursor}"`)).toMatchObject({ names: 'a', hasNextPage: true });
});

test('a full disk is told, and leaves nothing', async () => {
  await inDatabase(`create function full_disk() returns trigger language plpgsql as
    $$ begin if new.position > 0 then raise exception 'full' using errcode = '53100'; end if; return new; end $$`);
  await inDatabase('create trigger full_disk before insert on file_chunk for each row execute function full_disk()');
  try {
    const { status, body } = await sendFile(desk, 'large', new Uint8Array(600_000));
    expect([status, body]).toEqual([507, { detail: 'The desk has no room for the file.' }]);
    expect(await inDatabase('select from file where completed_at is null')).toEqual([]);
  } finally {
    await inDatabase('drop trigger full_disk on file_chunk');
  }
});

test('what no message used is removed after a day', async () => {
  const { body } = await sendFile(desk, 'unused', 'unused');
  const kept = await attached('kept', 'kept');
  await inDatabase(`update file set created_at = now() - interval '25 hours' where file_name in ('unused', 'kept')`);
  await desk.services.files.retain();
  expect(await inDatabase(`select from file_chunk join file on key = file_key where file_name = 'unused'`)).toEqual([]);
  expect((await submitWith([body.id])).userErrors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
  expect((await fetch(desk.url + kept.url)).status).toBe(200);
});

test('a page of somebody else sends nothing', async () => {
  const { status } = await sendFile(desk, 'x', 'x', { origin: 'https://evil.example' });
  expect(status).toBe(403);
});

test('twenty-five megabytes go in and out', async () => {
  const sent = await sendFile(desk, 'big', stream(25 * 2 ** 20));
  expect(sent.body.size).toBe(25 * 2 ** 20);
  const { ticket } = await submitWith([sent.body.id]);
  const answer = await fetch(desk.url + ticket?.attachments.edges[0]?.node.url);
  let received = 0;
  for await (const part of answer.body ?? []) received += part.length;
  expect(received).toBe(25 * 2 ** 20);
});

// Last, because from here on the team signs in.
test('an address is of one caller, a note’s file of those who read notes, and nobody submits with a budget', async () => {
  const open = await attached('before', 'before');
  expect((await fetch(desk.url + open.url)).status).toBe(200);
  const admin = await joinTeam(desk, 'admin@example.org', '--admin');
  const agent = await joinTeam(desk, 'agent@example.org');
  const get = async (url: string, by: Record<string, string> = {}) => {
    const answer = await fetch(desk.url + url, { headers: by });
    return [answer.status, await answer.text()];
  };
  const refused = [404, '{"detail":"Not found."}'];
  const { body: sent } = await sendFile(desk, 'canary.txt', 'canary', admin);
  expect((await submitWith([sent.id], {}, agent)).userErrors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
  const { ticket } = await submitWith([], {}, admin);
  const noted = await ask(
    desk,
    admin,
    `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { ${fields} } userErrors { code } } }`,
    { input: { ticketId: ticket?.id, body: 'For us.', attachmentIds: [sent.id] } },
  );
  const note = (noted.body.data as { addNote: { note: { attachments: Files } } }).addNote.note;
  const { url = '', id } = note.attachments.edges[0]?.node ?? {};
  expect(await get(url, admin)).toEqual([200, 'canary']);
  const changed = url.replace(/signature=(.)/, (_, letter) => `signature=${letter === 'A' ? 'B' : 'A'}`);
  const later = url.replace(/expires=\d+/, (text) => `expires=${Number(text.slice(8)) + 1}`);
  for (const address of [changed, later, url.split('?')[0] ?? '']) expect(await get(address, admin)).toEqual(refused);
  expect(await get(url, agent)).toEqual(refused);
  expect(await get(url)).toEqual(refused);
  const byId = async (by: Record<string, string>) =>
    (await ask(desk, by, `{ node(id: "${id}") { __typename id } }`)).body.data;
  expect(await byId(agent)).toEqual({ node: { __typename: 'Attachment', id } });
  expect(await byId(await makeToken(desk, admin, ['TICKETS_READ', 'NOTES_READ']))).toEqual(await byId(agent));
  expect(await byId(await makeToken(desk, admin, ['TICKETS_READ']))).toEqual({ node: null });
  expect(await byId({})).toEqual({ node: null });

  for (let index = 0; index < 5; index++) expect((await sendFile(desk, 'x', 'x')).status).toBe(201);
  const sixth = await sendFile(desk, 'x', 'x');
  expect([sixth.status, Number(sixth.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
  expect((await sendFile(desk, 'x', 'x', agent)).status).toBe(201);
});
