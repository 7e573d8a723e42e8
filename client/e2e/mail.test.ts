import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations } from './support/axe.js';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { until } from './support/until.js';

const token = 'a-token-for-the-mail-of-this-desk';
const password = 'a long walk by the sea';

/** In both themes, wide and narrow. */
async function inspect(page: Page, widths = [360, 1440]): Promise<void> {
  const size = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of widths) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (size) await page.setViewportSize(size);
}

/** Speaks as much SMTP as a desk needs, and says no to one address. */
async function startMailServer(at = 0): Promise<{ server: Server; port: number; end: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('220 mail\r\n');
    let isData = false;
    createInterface({ input: socket }).on('line', (line) => {
      if (isData) {
        if (line !== '.') return;
        isData = false;
        socket.write('250 taken\r\n');
      } else if (/^data/i.test(line)) {
        isData = true;
        socket.write('354 go on\r\n');
      } else if (/^rcpt.*nowhere/i.test(line)) socket.write('550 No such mailbox here\r\n');
      else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  const end = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { server, port: (server.address() as AddressInfo).port, end };
}

describe('mail', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let directory: string;
  let mail: Awaited<ReturnType<typeof startMailServer>>;

  const send = (from: string, subject: string, more = '', body = 'The printer is silent.') =>
    fetch(`${desk.url}/mail/in`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
      body: `From: ${from}\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@x>\r\n${more}\r\n${body}\r\n`,
    });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'relaydesk-mail-'));
    mail = await startMailServer();
    [desk, browser] = await Promise.all([
      startDesk({
        DATA_DIR: directory,
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        MAIL_FROM: 'desk@example.org',
        MAIL_IN_TOKEN: token,
      }),
      launch(),
    ]);
    seen = await visit(browser, desk.url);
    const { page } = seen;
    const code = (await readFile(join(directory, 'setup-code'), 'utf8')).trim();
    const answer = await page.request.post(`${desk.url}/auth/setup`, {
      data: { code, email: 'lea@example.org', displayName: 'Lea Brandt', password },
      headers: { origin: desk.url },
    });
    expect(answer.status()).toBe(204);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await mail.end();
    await rm(directory, { recursive: true, force: true });
  });

  it('shows on the timeline that a reply went out, or what the other side said', async () => {
    const { page } = seen;
    for (const [from, told] of [
      ['grace@example.org', 'Sent to grace@example.org'],
      ['nobody@nowhere.example', 'No such mailbox here'],
    ] as const) {
      await send(from, `From ${from}`);
      await page.goto('/');
      await page.getByRole('link', { name: new RegExp(`From ${from}`) }).click();
      await page
        .getByRole('button', { name: 'Reply', exact: true })
        .or(page.getByText('Write a reply'))
        .first()
        .waitFor();
      await page.keyboard.press('r');
      await page.getByRole('textbox', { name: 'Reply' }).fill('It is plugged in by now.');
      await page.keyboard.press('Control+Enter');
      const conversation = page.getByRole('region', { name: 'Conversation' });
      await conversation.getByText('Sending in').waitFor();
      await conversation.getByText(told).waitFor({ timeout: 40_000 });
    }
    await page.getByRole('button', { name: 'Send again' }).click();
    await page
      .getByRole('region', { name: 'Conversation' })
      .getByText(/Sending to|No such mailbox/)
      .waitFor();
  });

  it('shows administrators what came in, and reads it again', async () => {
    const { page } = seen;
    await send('robot@example.org', 'Alarm', 'Auto-Submitted: auto-generated\r\n');
    await page.goto('/settings/mail');
    const list = page.getByRole('list', { name: 'What came in' });
    await list.getByText('A machine wrote it: Auto-Submitted.').waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Read again: Alarm' }).click();
    await list.getByText('New ticket. It belongs to no ticket.').first().waitFor({ timeout: 20_000 });
    expect(seen.complaints).toEqual([]);
  });

  async function failingSince(): Promise<string | null> {
    const answer = await seen.page.request.post(`${desk.url}/graphql`, {
      data: { query: '{ mailHealth { outgoing { failingSince } } }' },
      headers: { origin: desk.url },
    });
    const { data } = (await answer.json()) as { data: { mailHealth: { outgoing: { failingSince: string | null } } } };
    return data.mailHealth.outgoing.failingSince;
  }

  it('says on every page that a reply was not delivered, and since when the server is away', async () => {
    const { page } = seen;
    const strip = page.getByRole('region', { name: 'Mail warning' });
    await page.goto('/dashboard');
    await strip.getByText('One reply was not delivered in the last 24 hours.').waitFor();
    await mail.end();
    await send('lin@example.org', 'While it is away');
    // A page that is told of changes looks at mail once a minute.
    await until(async () => (await failingSince()) !== null);
    await page.goto('/');
    await strip.getByText(/^No mail goes out since/).waitFor();
    await inspect(page);
    mail = await startMailServer(mail.port);
    await send('mary@example.org', 'When it is back');
    await strip.getByText(/^No mail goes out since/).waitFor({ state: 'detached', timeout: 90_000 });
    await strip.getByRole('link', { name: 'Mail settings' }).click();
    await page.getByRole('heading', { name: 'What came in' }).waitFor();
    expect(seen.complaints).toEqual([]);
  });

  it.each([1440, 360])('shows a message as it came, in a frame that loads nothing, %d px wide', async (width) => {
    const { page, context, complaints } = await visit(browser, desk.url, { width });
    await page.context().addCookies(await seen.context.cookies());
    const parts = [
      '--b',
      'Content-Type: text/html',
      '',
      '<h2 style="color:#0000aa">Look</h2><img src="cid:dot@x" alt="the dot">',
      '<img src="https://elsewhere.example/x.gif" alt="not there"><script>document.title = "ran"</script>',
      '--b',
      'Content-Type: image/gif',
      'Content-ID: <dot@x>',
      'Content-Transfer-Encoding: base64',
      '',
      'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
      '--b--',
    ];
    const related = 'Content-Type: multipart/related; boundary=b\r\n';
    await send('hedy@example.org', `With formatting ${width}`, related, parts.join('\r\n'));
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`With formatting ${width}`) }).click();
    await page.getByRole('button', { name: 'Show original' }).click();
    const dialog = page.getByRole('dialog', { name: 'Original message' });
    const frame = dialog.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Look' }).waitFor();
    expect(
      await frame.getByRole('img', { name: 'the dot' }).evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBe(1);
    await frame.getByText('[not there]').waitFor();
    await inspect(page, [width]);
    await dialog.getByRole('radio', { name: 'Headers' }).click();
    await dialog.getByText(`Subject: With formatting ${width}`).waitFor();
    await inspect(page, [width]);
    await dialog.getByRole('radio', { name: 'Text' }).click();
    await dialog.getByText('Look').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('lets whoever forgot a password ask for a link', async () => {
    const { page, context, complaints } = await visit(browser, desk.url);
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Reset your password' }).waitFor();
    await inspect(page);
    await page.getByLabel('E-mail').fill('nobody@example.org');
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await inspect(page);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
