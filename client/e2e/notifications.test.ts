import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations } from './support/axe.js';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';

const password = 'a long walk by the sea';

describe('notifications', () => {
  let desk: Desk;
  let browser: Browser;
  let directory: string;
  let lea: Visit;
  let tom: Visit;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'relaydesk-notifications-'));
    [desk, browser] = await Promise.all([startDesk({ DATA_DIR: directory }), launch()]);
    [lea, tom] = [await visit(browser, desk.url), await visit(browser, desk.url)];
    const code = (await readFile(join(directory, 'setup-code'), 'utf8')).trim();
    await enter(lea.page, 'setup', { code, email: 'lea@example.org', displayName: 'Lea Brandt' });
    const { inviteUser } = await ask<{ inviteUser: { inviteUrl: string } }>(
      lea.page,
      'mutation { inviteUser(input: { email: "tom@example.org", displayName: "Tom Berger", role: AGENT }) { inviteUrl } }',
    );
    await enter(tom.page, 'invitation', { token: new URL(inviteUser.inviteUrl).hash.slice(1) });
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function enter(page: Page, door: string, fields: Record<string, string>): Promise<void> {
    const answer = await page.request.post(`${desk.url}/auth/${door}`, {
      data: { ...fields, password },
      headers: { origin: desk.url },
    });
    expect([door, answer.status()]).toEqual([door, 204]);
  }

  /** With the rights of whoever is signed in there. */
  async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
    const answer = await page.request.post(`${desk.url}/graphql`, {
      data: { query, variables },
      headers: { origin: desk.url },
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  async function submit(title: string): Promise<{ id: string; number: number }> {
    const { createTicket } = await ask<{ createTicket: { ticket: { id: string; number: number } } }>(
      lea.page,
      `mutation { createTicket(input: { title: "${title}", description: "It happened again.", category: TECHNICAL, priority: LOW }) {
        ticket { id number } } }`,
    );
    return createTicket.ticket;
  }

  const note = (page: Page, ticketId: string, body: string) =>
    ask(page, 'mutation ($input: AddNoteInput!) { addNote(input: $input) { userErrors { message } } }', {
      input: { ticketId, body },
    });
  const bell = (page: Page, unread: number) =>
    page.getByRole('link', { name: unread > 0 ? `Notifications, ${unread} unread` : 'Notifications', exact: true });
  const lines = (page: Page) => page.getByRole('list', { name: 'Notifications' }).getByRole('listitem');

  it('ring for whoever is mentioned, and for nobody by what they do themselves', async () => {
    const ticket = await submit('The export stops');
    await Promise.all([lea, tom].map(({ page }) => page.goto('/')));
    await Promise.all([lea, tom].map(({ page }) => page.getByText('Live', { exact: true }).waitFor()));
    await note(lea.page, ticket.id, 'Can you look at this, @tom? @lea knows it, too.');
    await bell(tom.page, 1).waitFor();
    await tom.page.waitForFunction(() => document.title.startsWith('(1) '));
    expect(await bell(lea.page, 0).count()).toBe(1);

    await tom.page.keyboard.press('g');
    await tom.page.keyboard.press('n');
    await tom.page.getByRole('heading', { name: 'Notifications' }).waitFor();
    await lines(tom.page).getByText('mentioned you').waitFor();
    await lines(tom.page).getByText('Can you look at this, @tom?').waitFor();
    await tom.page.keyboard.press('j');
    await tom.page.keyboard.press('Enter');
    await tom.page.getByRole('heading', { name: 'The export stops' }).waitFor();
    await bell(tom.page, 0).waitFor();
    await tom.page.waitForFunction(() => document.title.startsWith('T-'));
  });

  it('come for who follows a ticket, and no longer for who mutes it', async () => {
    const ticket = await submit('To be followed');
    await tom.page.goto(`/tickets/${ticket.number}`);
    await tom.page.getByRole('heading', { name: 'To be followed' }).waitFor();
    await tom.page.keyboard.press('f');
    await tom.page.getByText('You follow this ticket').waitFor();
    await tom.page.goto('/notifications');
    await tom.page.getByText('Live', { exact: true }).waitFor();
    await note(lea.page, ticket.id, 'Something for those who follow.');
    await lines(tom.page).getByText('Something for those who follow.').waitFor();
    await tom.page.getByRole('button', { name: 'Mark all read' }).click();
    await bell(tom.page, 0).waitFor();

    await tom.page.goto(`/tickets/${ticket.number}`);
    await tom.page.getByRole('heading', { name: 'To be followed' }).waitFor();
    await tom.page.getByRole('button', { name: 'More actions' }).click();
    await tom.page.getByRole('menuitem', { name: 'Mute' }).click();
    await tom.page.getByText('Muted. You are still notified of mentions and assignments').waitFor();
    await tom.page.goto('/notifications?unread=1');
    await tom.page.getByText('No unread notifications').waitFor();
    await note(lea.page, ticket.id, 'Nobody hears this.');
    await note(lea.page, ticket.id, 'But this, @tom.');
    await lines(tom.page).getByText('But this, @tom.').waitFor();
    expect(await lines(tom.page).getByText('Nobody hears this.').count()).toBe(0);
  });

  it('are beside what is unread in the list, until the ticket is opened, and again by key', async () => {
    const ticket = await submit('Not seen yet');
    const { page } = tom;
    await page.goto('/');
    const link = page.getByRole('link', { name: `T-${ticket.number} Not seen yet` });
    const unread = page.getByRole('row').filter({ has: link }).getByRole('img', { name: 'Unread' });
    await unread.waitFor();
    expect(await violations(page)).toEqual([]);
    const marked = page.waitForResponse((answer) => answer.request().postData()?.includes('MarkSeen') === true);
    await link.click();
    await marked;
    await unread.waitFor({ state: 'detached' });
    await page.getByText('Live', { exact: true }).waitFor();
    await page.goto('/');
    await link.waitFor();
    // The newest is the first.
    await page.keyboard.press('j');
    await page.keyboard.press('u');
    await unread.waitFor();
    await page.keyboard.press('u');
    await unread.waitFor({ state: 'detached' });
    // What comes in while the list is looked at is marked without a reload.
    await note(lea.page, ticket.id, 'One thing more.');
    await unread.waitFor();
  });

  it.each(['light', 'dark'] as const)('are accessible in the %s theme, wide and narrow', async (theme) => {
    const ticket = await submit(`With a long title ${'and more '.repeat(12)}`);
    await note(lea.page, ticket.id, `@tom ${'see the words of the customer '.repeat(12)}`);
    const { page } = await visit(browser, desk.url, { context: tom.context });
    await page.emulateMedia({ colorScheme: theme });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/notifications');
      await lines(page).first().getByText('mentioned you').waitFor();
      if (process.env.SHOTS)
        await page.screenshot({ path: join(process.env.SHOTS, `notifications-${theme}-${width}.png`) });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    await page.close();
  });
});
