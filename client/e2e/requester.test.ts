import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';

const phone = { width: 360, height: 740, touch: true };

/** The part of the address that the desk told which no server sees. */
const linkIn = async (page: Page) => {
  const address = await page.getByRole('status', { name: 'Address of the page' }).innerText();
  return `/r${new URL(address).hash}`;
};

describe('the requester’s page', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const statusOf = async (number: number) => {
    const { ticket } = await desk.query<{ ticket: { status: string } }>(`{ ticket(number: ${number}) { status } }`);
    return ticket.status;
  };

  it('leads a customer on a phone and an agent at a desk through one request', async () => {
    const [customer, agent] = [await visit(browser, desk.url, phone), await visit(browser, desk.url)];
    const [theirs, ours] = [customer.page, agent.page];
    const referrers: string[] = [];
    theirs.on('request', (request) => referrers.push(request.headers().referer ?? ''));

    await theirs.goto('/new');
    await theirs.getByLabel('Title').fill('Charged twice');
    await theirs.getByLabel('Description').fill('On the 1st and again on the 3rd.');
    await theirs.getByLabel('Name').fill('Mara Lind');
    await theirs.getByRole('button', { name: /Submit ticket/ }).click();
    const link = await linkIn(theirs);
    const token = link.split('#')[1] ?? '';
    const answer = await theirs.goto(link);
    expect(answer?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    await theirs.getByRole('heading', { name: 'Charged twice' }).waitFor();
    const step = theirs.getByRole('list', { name: 'Progress' }).locator('[aria-current=step]');
    expect(await step.innerText()).toBe('Received');

    await ours.goto('/tickets/1');
    await ours.getByRole('heading', { name: 'Charged twice' }).waitFor();
    await ours.keyboard.press('n');
    await ours.getByRole('textbox', { name: 'Note' }).fill('whisperbird');
    await ours.keyboard.press('Control+Enter');
    await ours.getByRole('region', { name: 'Conversation' }).getByText('whisperbird').waitFor();
    await ours.keyboard.press('Escape');
    await ours.keyboard.press('r');
    await ours.getByRole('textbox', { name: 'Reply' }).fill('Which invoice is it?');
    await ours.keyboard.press('Control+Enter');
    await ours.getByRole('region', { name: 'Conversation' }).getByText('Which invoice is it?').waitFor();
    await ours.getByRole('textbox', { name: 'Reply' }).fill('Are you still there?');

    // Once it cannot be taken back any more, also where the page is opened before.
    await theirs.reload();
    const words = theirs.getByRole('region', { name: 'Conversation' });
    await words.getByText('Which invoice is it?').waitFor();
    await theirs.locator('input[type=file]').setInputFiles({
      name: 'statement.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('1 November, 3 November'),
    });
    await theirs.getByRole('list', { name: 'Attached files' }).getByText('statement.txt').waitFor();
    await theirs.getByText('1 of 1 files attached', { exact: true }).waitFor({ state: 'attached' });
    await theirs.getByRole('textbox', { name: 'Your answer' }).fill('It is 2026-1187.');
    await theirs.getByRole('button', { name: /^Send/ }).tap();
    await words.getByText('It is 2026-1187.').waitFor();
    const file = words.getByRole('link', { name: /statement\.txt/ });
    const url = await file.getAttribute('href');
    const got = await customer.context.request.get(desk.url + url);
    expect([got.status(), await got.text()]).toEqual([200, '1 November, 3 November']);
    expect(await theirs.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);

    await ours.getByRole('textbox', { name: 'Reply' }).press('Control+Enter');
    await ours.getByText('The requester has written since.').waitFor();
    expect(await ours.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('Are you still there?');
    await ours.getByRole('button', { name: 'Read it' }).click();
    await ours.getByRole('region', { name: 'Conversation' }).getByText('It is 2026-1187.').waitFor();
    await ours.getByRole('textbox', { name: 'Reply' }).fill('Refunded.');
    await ours.getByRole('textbox', { name: 'Reply' }).press('Control+Shift+Enter');
    await words.getByText('Refunded.').waitFor();
    expect(await step.innerText()).toBe('Resolved');
    expect(await statusOf(1)).toBe('RESOLVED');

    await theirs.getByRole('textbox', { name: 'Your answer' }).fill('Nothing has come yet.');
    await theirs.getByRole('button', { name: /^Send/ }).tap();
    await words.getByText('Nothing has come yet.').waitFor();
    expect(await statusOf(1)).toBe('OPEN');
    await theirs.getByRole('button', { name: 'This is solved' }).tap();
    await theirs.getByText(/to reopen this request/).waitFor();
    expect(await statusOf(1)).toBe('RESOLVED');
    expect(await theirs.content()).not.toContain('whisperbird');
    expect(referrers.filter((referrer) => referrer.includes(token))).toEqual([]);
    expect([customer.complaints, agent.complaints]).toEqual([[], []]);
    await Promise.all([customer.context.close(), agent.context.close()]);
  });

  it('keeps the words of an answer over a reload, and is right in two tabs', async () => {
    const submit = async (title: string) => {
      const { createTicket } = await desk.query<{ createTicket: { requestUrl: string } }>(
        `mutation { createTicket(input: { title: "${title}", description: "x" }) { requestUrl } }`,
      );
      return `/r${new URL(createTicket.requestUrl).hash}`;
    };
    const [first, second] = [await submit('The first'), await submit('The second')];
    const one = await visit(browser, desk.url);
    await one.page.goto(first);
    await one.page.getByRole('textbox', { name: 'Your answer' }).fill('Half a thought');
    const two = await visit(browser, desk.url, { context: one.context });
    await two.page.goto(second);
    await two.page.getByRole('heading', { name: 'The second' }).waitFor();
    await one.page.bringToFront();
    await one.page.reload();
    await one.page.getByRole('heading', { name: 'The first' }).waitFor();
    expect(await one.page.getByRole('textbox', { name: 'Your answer' }).inputValue()).toBe('Half a thought');
    await one.context.close();
  });

  it('gets a new link from an agent, which ends the earlier one', async () => {
    const { createTicket } = await desk.query<{ createTicket: { requestUrl: string; ticket: { number: number } } }>(
      `mutation { createTicket(input: { title: "Lost my link", description: "It was in a mail.", requester: { name: "Nils", email: "nils@example.org" } }) {
        requestUrl ticket { number } } }`,
    );
    const [customer, agent] = [await visit(browser, desk.url, phone), await visit(browser, desk.url)];
    await agent.page.goto(`/tickets/${createTicket.ticket.number}`);
    await agent.page.getByText('Link to the requester’s page').click();
    await agent.page.getByRole('button', { name: 'Make a new link' }).click();
    const address = await agent.page.getByRole('status', { name: 'Address of the requester’s page' }).innerText();
    await customer.page.goto(`/r${new URL(createTicket.requestUrl).hash}`);
    await customer.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await customer.page.goto('/new');
    await customer.page.goto(`/r${new URL(address).hash}`);
    await customer.page.getByRole('heading', { name: 'Lost my link' }).waitFor();
    await Promise.all([customer.context.close(), agent.context.close()]);
  });

  it('is one and the same for every link that does not work', async () => {
    const { page, context } = await visit(browser, desk.url, phone);
    for (const link of ['/r', '/r#short', `/r#${'A'.repeat(48)}`]) {
      await page.goto('/new');
      await page.goto(link);
      await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    }
    await context.close();
  });
});

describe('the form of a team’s desk', () => {
  it('tells a visitor the page of their request, and copies its address', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'relaydesk-e2e-'));
    const [desk, browser] = await Promise.all([startDesk({ DATA_DIR: directory }), launch()]);
    try {
      const code = (await readFile(join(directory, 'setup-code'), 'utf8')).trim();
      const person = { email: 'lea@example.org', displayName: 'Lea', password: 'a long walk by the sea' };
      const made = await fetch(`${desk.url}/auth/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, ...person }),
      });
      expect(made.status).toBe(204);
      const { page, context, complaints } = await visit(browser, desk.url, phone);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto('/new');
      await page.getByLabel('Title').fill('Seats still billed');
      await page.getByLabel('Description').fill('The invoice still says 40.');
      await page.getByRole('button', { name: /Submit ticket/ }).click();
      await page.getByRole('heading', { name: 'We have your request' }).waitFor();
      await page.getByText('It is T-1.').waitFor();
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(await linkIn(page));
      await page.getByRole('link', { name: 'Open your page' }).click();
      await page.getByRole('heading', { name: 'Seats still billed' }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    } finally {
      await browser.close();
      await desk.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });
});
