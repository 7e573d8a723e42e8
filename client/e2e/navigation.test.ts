import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTickets } from './support/tickets.js';

describe('finding one’s way', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await createTickets(
      desk,
      Array.from({ length: 80 }, (_, index) => ({ title: `Ticket ${index}`, description: `Matter ${index}.` })),
    );
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });
  beforeEach(async () => {
    seen = await visit(browser, desk.url);
    page = seen.page;
  });
  afterEach(() => seen.context.close());

  const ticketLink = (title: string) => page.getByRole('link', { name: new RegExp(`^T-\\d+ ${title}$`) });

  it('goes back through every place that was visited', async () => {
    await page.goto('/?search=matter');
    await page.getByText('80 tickets').waitFor();
    await ticketLink('Ticket 75').click();
    await page.getByRole('heading', { name: 'Ticket 75' }).waitFor();
    await page.getByRole('link', { name: 'Dashboard' }).click();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await page.getByRole('link', { name: 'Manage' }).click();
    await page.getByRole('heading', { name: 'Manage' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Ticket 75' }).waitFor();
    await page.goBack();
    await page.getByText('80 tickets').waitFor();
    expect(page.url()).toBe(`${desk.url}/?search=matter`);
  });

  it('returns from a ticket to the same place in the list', async () => {
    await seen.context.close();
    seen = await visit(browser, desk.url, { width: 360, height: 780 });
    page = seen.page;
    await page.goto('/');
    const grid = page.getByRole('grid', { name: 'Tickets' });
    await ticketLink('Ticket 79').waitFor();
    await grid.hover();
    while (!(await ticketLink('Ticket 45').isVisible())) {
      const last = await grid.getByRole('link').last().getAttribute('aria-label');
      await page.mouse.wheel(0, 300);
      await page.waitForFunction(
        (before) => [...document.querySelectorAll('[role=grid] [role=row] a')].at(-1)?.ariaLabel !== before,
        last,
      );
    }
    await ticketLink('Ticket 45').click();
    await page.getByRole('heading', { name: 'Ticket 45' }).waitFor();
    await page.goBack();
    await page.waitForURL('**/');
    await ticketLink('Ticket 45').waitFor();
    expect(await ticketLink('Ticket 79').count()).toBe(0);
  });

  it('says which ticket does not exist, in the title too, and keeps the navigation', async () => {
    await page.goto('/tickets/99999');
    await page.getByText('There is no T-99999').waitFor();
    expect(await page.title()).toMatch(/T-99999|not found/i);
    await page.getByRole('link', { name: 'Dashboard' }).click();
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  });

  it('gives every page a title of its own', async () => {
    const titles: string[] = [];
    for (const path of ['/', '/tickets/1', '/new', '/dashboard', '/manage', '/nowhere', '/graphiql']) {
      await page.goto(path);
      await page.waitForFunction((known) => !known.includes(document.title), [...titles, '', 'Relaydesk']);
      titles.push(await page.title());
    }
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says once that the desk cannot be reached, and catches up when it can', async () => {
    await page.goto('/');
    await ticketLink('Ticket 79').waitFor();
    await seen.context.setOffline(true);
    const notice = page.getByRole('status').filter({ hasText: 'Offline' });
    await notice.waitFor();
    await createTickets(desk, [{ title: 'Made meanwhile' }]);
    await seen.context.setOffline(false);
    await notice.waitFor({ state: 'detached' });
    await ticketLink('Made meanwhile').waitFor();
  });
});
