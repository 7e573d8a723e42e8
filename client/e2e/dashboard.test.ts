import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { violations } from './support/axe.js';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTicket, createTickets } from './support/tickets.js';

interface Stats {
  totalCount: number;
  openCount: number;
  backlogAge: { label: string; byPriority: { priority: string; count: number }[] }[];
  period: { created: number; resolved: number; byPriority: { priority: string; count: number }[] };
}

describe('the dashboard', () => {
  let desk: Desk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    const statuses = ['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'] as const;
    const priorities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
    await createTickets(
      desk,
      Array.from({ length: 70 }, (_, index) => ({
        title: `Ticket ${index}`,
        status: statuses[index % 4] ?? 'OPEN',
        priority: priorities[index % 3] ?? 'LOW',
      })),
    );
    const old = { title: '=Old', description: 'Still waiting.', category: 'general', priority: 'low', status: 'open' };
    await fetch(`${desk.url}/api/tickets/import/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: JSON.stringify({ ...old, created_at: new Date(Date.now() - 100 * 86_400_000).toISOString() }),
    });
    ({ page } = await visit(browser, desk.url));
    await page.goto('/dashboard');
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const stats = async () => {
    const { ticketStats } = await desk.query<{ ticketStats: Stats }>(
      '{ ticketStats(days: 30, timeZone: "Europe/Berlin") { totalCount openCount backlogAge { label byPriority { priority count } } period { created resolved byPriority { priority count } } } }',
    );
    return ticketStats;
  };
  const figure = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const shows = async (name: string, value: number) => {
    await figure(name).getByText(String(value), { exact: true }).first().waitFor();
  };

  it("shows the API's figures", async () => {
    const { totalCount, openCount, backlogAge, period } = await stats();
    await shows('All tickets', totalCount);
    await shows('Open now', openCount);
    await shows('Created', period.created);
    await shows('Resolved', period.resolved);
    const breakdown = page.locator('section', { has: page.getByRole('heading', { name: 'Breakdown' }) });
    for (const { priority, count } of period.byPriority) {
      const line = breakdown.getByRole('link', { name: new RegExp(`^${priority}`, 'i') });
      expect(await line.innerText()).toMatch(new RegExp(`\\b${count}\\b`));
    }
    // What is older than the range counts in the figures of all time alone.
    expect(period.byPriority.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount - 1);
    const oldest = backlogAge.at(-1);
    const cells = page.getByRole('row', { name: new RegExp(`^${oldest?.label}`) }).getByRole('cell');
    const shown = await cells.allInnerTexts();
    expect(shown).toEqual(['0', '0', '0', '1', '1']);
    expect(oldest?.byPriority.filter(({ count }) => count > 0)).toEqual([{ priority: 'LOW', count: 1 }]);
  });

  it('changes at once after a ticket is submitted here', async () => {
    const before = await stats();
    await page.keyboard.press('c');
    await page.getByLabel('Title').fill('One more for the figures');
    await page.getByLabel('Description').fill('It counts at once.');
    await page.keyboard.press('Control+Enter');
    await shows('All tickets', before.totalCount + 1);
    await shows('Open now', before.openCount + 1);
  });

  it('follows what others do within seconds', async () => {
    const before = await stats();
    await createTicket(desk, { title: 'By someone else' });
    await shows('All tickets', before.totalCount + 1);
  });

  it('leads from a count to exactly those tickets', async () => {
    const { openCount } = await stats();
    await page.getByRole('link', { name: /^Open now/ }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.getByText(`${openCount} tickets`, { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?status=open');
    await page.goBack();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  });

  it('tells a refused time zone in the words of the desk, and counts by offsets', async () => {
    const { page: other, context } = await visit(browser, desk.url);
    await other.route('**/graphql', async (route) => {
      const body = route.request().postDataJSON();
      if (body.variables?.timeZone) body.variables.timeZone = 'Mars/Olympus';
      await route.continue({ postData: JSON.stringify(body) });
    });
    await other.goto('/dashboard');
    await other
      .getByText('“Mars/Olympus” is no time zone')
      .or(other.getByText('"Mars/Olympus" is no time zone'))
      .waitFor();
    await context.close();
  });

  it('counts as UTC where the browser has a zone that nobody knows, and says so', async () => {
    const { page: other, context } = await visit(browser, desk.url);
    await other.addInitScript(() => {
      const resolved = Intl.DateTimeFormat.prototype.resolvedOptions;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...Reflect.apply(resolved, this, []), timeZone: 'Etc/Unknown' };
      };
    });
    await other.goto('/dashboard');
    await other.getByRole('button', { name: 'Times in UTC: this browser’s zone “Etc/Unknown” is unknown' }).waitFor();
    await other.getByRole('heading', { name: 'Flow' }).waitFor();
    await context.close();
  });

  it('keeps its range in the address', async () => {
    await page.getByRole('radio', { name: '7 d' }).click();
    await page.waitForURL('**/dashboard?days=7');
    await page.reload();
    expect(await page.getByRole('radio', { name: '7 d' }).isChecked()).toBe(true);
    await page.keyboard.press(']');
    await page.waitForURL('**/dashboard');
    await page.keyboard.press(']');
    await page.waitForURL('**/dashboard?days=90');
    await page.keyboard.press('[');
    await page.waitForURL('**/dashboard');
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    await page.waitForURL('**/dashboard?days=7');
    await page.keyboard.press(']');
    await page.waitForURL('**/dashboard');
  });

  it.each([
    ['Flow', /^From,To,Created,Resolved,Unfinished at the end\r\n/],
    ['Breakdown', /^Property,Value,Created in range\r\n/],
    ['Waiting longest', /^Ticket,Title,Priority,Waiting since\r\nT-\d+,'=Old/],
    ['Age of the backlog', /^Age,Critical,High,Medium,Low,All\r\n/],
  ])('leads from %s to its list, and offers it as a file', async (name, beginning) => {
    await page.goto('/dashboard');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `${name} as CSV` }).click();
    const file = await (await download).path();
    expect((await readFile(file, 'utf8')).replace('\uFEFF', '')).toMatch(beginning);
    await page.getByRole('heading', { name }).getByRole('link').click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
  });

  it('tells the flow as a table, each count of which leads to its tickets', async () => {
    await page.goto('/dashboard');
    await page.getByRole('button', { name: 'Table' }).click();
    const today = page.getByRole('row', { name: /partial/ });
    const { period } = await stats();
    const created = today.getByRole('link').first();
    expect(Number(await created.innerText())).toBeLessThanOrEqual(period.created);
    const count = await created.innerText();
    await created.click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.getByText(`${count} tickets`, { exact: true }).waitFor();
    expect(page.url()).toContain('created_from=');
  });

  it('tells on a page of its own what waits with whom, and leads there', async () => {
    await page.goto('/dashboard?days=7');
    await page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'People' }).click();
    await page.waitForURL('**/dashboard/people?days=7');
    const { ticketStats } = await desk.query<{
      ticketStats: { byAssignee: { unfinished: number; waitingForTeam: number; resolvedInPeriod: number }[] };
    }>('{ ticketStats(days: 7) { byAssignee { unfinished waitingForTeam resolvedInPeriod } } }');
    const { unfinished = 0, waitingForTeam = 0, resolvedInPeriod = 0 } = ticketStats.byAssignee[0] ?? {};
    await shows('Waiting for us now', waitingForTeam);
    const nobody = page.getByRole('row', { name: /^Nobody/ });
    const counts = [unfinished, waitingForTeam, resolvedInPeriod].map(String);
    expect(await nobody.getByRole('link').allInnerTexts()).toEqual(counts);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([width, await violations(page), overflow]).toEqual([width, [], 0]);
    }
    await nobody.getByRole('link').first().click();
    await page.getByText(`${unfinished} tickets`, { exact: true }).waitFor();
    await page.goBack();
    await page.keyboard.press(']');
    await page.waitForURL('**/dashboard/people');
  });
});
