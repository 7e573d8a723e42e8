import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { deliver, mail, mailToken, raw } from './support/mail.js';
import { joinTeam, makeToken } from './support/team.js';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Opened = { number: number; hasOriginal: boolean };
type Said = { id: string; body: string; quotedBody: string | null; hasOriginal: boolean; hasFormatting: boolean };

async function opened(desk: TestDesk, title: string): Promise<Opened> {
  const { data } = await desk.graphql<{ tickets: { edges: { node: Opened & { title: string } }[] } }>(
    '{ tickets(first: 50) { edges { node { number title hasOriginal } } } }',
  );
  const found = data.tickets.edges.find(({ node }) => node.title === title);
  if (!found) throw new Error(`There is no ticket “${title}”.`);
  return found.node;
}

async function said(desk: TestDesk, number: number): Promise<Said[]> {
  const { data } = await desk.graphql<{ ticket: { timeline: { edges: { node: Partial<Said> }[] } } }>(
    `{ ticket(number: ${number}) { timeline(first: 50) { edges { node { ... on PublicReply {
      id body quotedBody hasOriginal hasFormatting } } } } } }`,
  );
  return data.ticket.timeline.edges.flatMap(({ node }) => (node.id ? [node as Said] : []));
}

const htmlMail = (subject: string, html: string) =>
  mail({ Subject: subject, 'Message-ID': `<${subject.replaceAll(' ', '-')}@x>`, 'Content-Type': 'text/html' }, html);

describe('a message that came by mail', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ MAIL_IN_TOKEN: mailToken });
  });
  afterAll(() => desk.close());

  const page = async (subject: string, html: string) => {
    await deliver(desk, htmlMail(subject, html));
    const { number } = await opened(desk, subject);
    return desk.rest<string>('GET', `/api/tickets/${number}/formatted/`);
  };

  test('shows its headers and all of its words, what was folded away included', async () => {
    await deliver(desk, mail({ Subject: 'Folded', 'Message-ID': '<folded@x>', 'X-Mailer': 'Pigeon 3' }, 'The first.'));
    const { number, hasOriginal } = await opened(desk, 'Folded');
    const answer = 'The second.\r\n\r\nOn Monday, Grace wrote:\r\n> The first.';
    await deliver(
      desk,
      mail({ Subject: 'Re: Folded', 'In-Reply-To': '<folded@x>', Date: 'Mon, 2 Nov 2026 10:00:00 +0100' }, answer),
    );
    const [reply] = await said(desk, number);
    expect([hasOriginal, reply?.hasOriginal, reply?.hasFormatting]).toEqual([true, true, false]);
    expect(reply?.body).toBe('The second.');
    const first = await desk.rest('GET', `/api/tickets/${number}/original/`);
    expect([first.status, first.body]).toEqual([
      200,
      { headers: expect.stringContaining('X-Mailer: Pigeon 3'), text: 'The first.', has_formatting: false },
    ]);
    const second = await desk.rest('GET', `/api/replies/${reply?.id}/original/`);
    expect(second.body).toEqual({
      headers: expect.stringContaining('Date: Mon, 2 Nov 2026 10:00:00 +0100'),
      text: 'The second.\n\nOn Monday, Grace wrote:\n> The first.',
      has_formatting: false,
    });
    expect((await desk.rest('GET', `/api/replies/${reply?.id}/formatted/`)).status).toBe(404);
  });

  test('shows its formatting in a page that loads and runs nothing', async () => {
    const { status, headers, body } = await page(
      'Formatted',
      `<h1 style="color:#123456">Hello</h1><table border="1"><tr><td bgcolor="#eeeeee">cell</td></tr></table>
       <a href="https://example.org/help">help</a>`,
    );
    expect(status).toBe(200);
    expect(body).toContain('<h1 style="color:#123456">Hello</h1>');
    expect(body).toContain('<td bgcolor="#eeeeee">cell</td>');
    expect(body).toContain('<a href="https://example.org/help" target="_blank" rel="noopener noreferrer">help</a>');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/);
    expect(policy).not.toMatch(/allow-(scripts|same-origin|forms|top-navigation)|https?:|\*/);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    ['a script', '<p>words</p><script>fetch("https://evil.example")</script>'],
    ['a handler', '<p onclick="fetch(`//evil.example`)">words</p>'],
    ['a picture from elsewhere', '<p>words</p><img src="https://evil.example/x.gif">'],
    ['a picture without a scheme', '<p>words</p><img src="//evil.example/x.gif">'],
    ['a picture in a set', '<p>words</p><img srcset="https://evil.example/x.gif 2x">'],
    ['a background', '<p style="background:url(https://evil.example/x)">words</p>'],
    ['a background that hides', '<p style="background-color:u\\72l(https://evil.example/x)">words</p>'],
    ['an old background', '<table background="https://evil.example/x"><tr><td>words</td></tr></table>'],
    ['a style sheet', '<link rel="stylesheet" href="https://evil.example/x.css"><p>words</p>'],
    ['an import', '<style>@import "https://evil.example/x.css";</style><p>words</p>'],
    ['a name to look up', '<link rel="dns-prefetch" href="//evil.example"><p>words</p>'],
    ['a way elsewhere', '<meta http-equiv="refresh" content="0;url=https://evil.example"><p>words</p>'],
    ['a base', '<base href="https://evil.example/"><p>words</p>'],
    ['a frame', '<iframe src="https://evil.example"></iframe><p>words</p>'],
    ['an object', '<object data="https://evil.example"></object><embed src="https://evil.example"><p>words</p>'],
    ['a form', '<form action="https://evil.example"><input name="password"><button>Go</button></form><p>words</p>'],
    ['a drawing', '<svg><image href="https://evil.example/x"/><script>evil.example</script></svg><p>words</p>'],
    ['a film', '<video src="https://evil.example/x" poster="https://evil.example/y"></video><p>words</p>'],
    ['an address that runs', '<a href="javascript:fetch(`//evil.example`)">words</a>'],
    ['an address that runs, with a tab', '<a href="java\tscript:fetch(`//evil.example`)">words</a>'],
    ['a name that breaks out', '<p title="&quot;><img src=//evil.example/x onerror=1>">words</p>'],
    ['a comment that does not end', '<p>words</p><!-- <img src="//evil.example/x">'],
  ])('shows none of %s', async (what, html) => {
    const { body } = await page(`None of ${what}`, html);
    expect(body).toContain('words');
    const { document } = { document: body.replace(/ title="[^"]*"/g, '') };
    expect(document).not.toMatch(/evil\.example|javascript:|<(script|iframe|object|form|input|base|link|svg|video)\b/i);
    expect(document.match(/<meta/g)).toHaveLength(3);
  });

  test('shows the pictures that came with it where they stand, and describes others', async () => {
    const parts = raw(
      'From: Grace <grace@example.org>',
      'Subject: Pictures',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>before<img src="cid:one%40x" alt="the light">between<img src="cid:two@x" alt="a drawing">after<img src="cid:gone@x" alt="nothing"></p>',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <one@x>',
      'Content-Transfer-Encoding: base64',
      '',
      pixel,
      '--b',
      'Content-Type: image/svg+xml',
      'Content-ID: <two@x>',
      '',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      '--b--',
    );
    await deliver(desk, parts);
    const { number } = await opened(desk, 'Pictures');
    const { body } = await desk.rest<string>('GET', `/api/tickets/${number}/formatted/`);
    expect(body).toMatch(
      new RegExp(
        `before<img alt="the light" src="data:image/png;base64,${pixel.replace(/[+=/]/g, '\\$&')}" ?/?>between`,
      ),
    );
    expect(body).toMatch(/between<span[^>]*>\[a drawing\]<\/span>after<span[^>]*>\[nothing\]<\/span>/);
    // Each can be saved besides.
    const { data } = await desk.graphql<{ ticket: { attachments: { totalCount: number } } }>(
      `{ ticket(number: ${number}) { attachments(first: 5) { edges { node { fileName } } totalCount } } }`,
    );
    expect(data.ticket.attachments.totalCount).toBe(2);
  });

  test('survives twenty thousand nested elements', async () => {
    const { status, body } = await page('Deep', `${'<div>'.repeat(20_000)}words${'</div>'.repeat(20_000)}`);
    expect(status).toBe(200);
    expect(body.length).toBeLessThan(1_000_000);
  });

  test('is nothing where it did not come by mail', async () => {
    const { body } = await desk.rest<{ id: number }>('POST', '/api/tickets/', { description: 'Through the form.' });
    for (const what of ['original', 'formatted']) {
      for (const path of [`tickets/${body.id}`, 'tickets/999999', 'tickets/x', 'tickets/99999999999', 'replies/x']) {
        expect((await desk.rest('GET', `/api/${path}/${what}/`)).status).toBe(404);
      }
    }
  });
});

test('only the team sees mail as it came, and a token only where it may know addresses', async () => {
  const desk = await startDesk({ MAIL_IN_TOKEN: mailToken });
  await deliver(desk, htmlMail('Private', '<p>words</p>'));
  const admin = await joinTeam(desk, 'ada@example.org', '--admin');
  const agent = await joinTeam(desk, 'bob@example.org');
  const reader = await makeToken(desk, admin, ['TICKETS_READ']);
  const knower = await makeToken(desk, admin, ['TICKETS_READ', 'PEOPLE_READ']);
  for (const what of ['original', 'formatted']) {
    const statusOf = async (headers: object) =>
      (await desk.rest('GET', `/api/tickets/1/${what}/`, undefined, headers as Record<string, string>)).status;
    expect([await statusOf({}), await statusOf(reader), await statusOf(knower), await statusOf(agent)]).toEqual([
      401, 403, 200, 200,
    ]);
  }
  await desk.close();
});
