import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTickets } from './support/tickets.js';

describe('what filters hold', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await createTickets(desk, [
      { title: 'The servers are down', priority: 'CRITICAL' },
      { title: 'The invoice is wrong', priority: 'HIGH', category: 'BILLING' },
      { title: 'The colour is off', priority: 'LOW' },
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });
  beforeEach(async () => {
    seen = await visit(browser, desk.url);
    page = seen.page;
  });
  afterEach(async () => {
    expect(seen.complaints).toEqual([]);
    await seen.context.close();
  });

  const navigation = () => page.getByRole('navigation', { name: 'Main' });

  it('stands beside each saved view, and follows a change', async () => {
    await page.goto('/');
    await navigation().getByRole('link', { name: 'Urgent and untouched 2' }).waitFor();
    await navigation().getByRole('link', { name: 'Money questions 1' }).waitFor();
    await page.getByRole('link', { name: 'T-1 The servers are down' }).hover();
    await page
      .getByRole('row')
      .filter({ hasText: 'The servers are down' })
      .getByRole('button', { name: 'Start' })
      .click();
    await navigation().getByRole('link', { name: 'Urgent and untouched 1' }).waitFor();
    await page.keyboard.press('z');
    await navigation().getByRole('link', { name: 'Urgent and untouched 2' }).waitFor();
  });

  it('stands beside a view from the moment it is saved', async () => {
    await page.goto('/?priority=low');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByLabel('Name').fill('Small things');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await navigation().getByRole('link', { name: 'Small things 1' }).waitFor();
  });

  it('is told where nothing matches: what each filter keeps out, and only those worth dropping', async () => {
    await page.goto('/?search=servers&priority=low');
    await page.getByText('Without the search there is 1 ticket, without the priority there is 1 ticket.').waitFor();
    await page.goto('/?search=nowhere&priority=low');
    await page.getByText('Without the search there is 1 ticket.').waitFor();
    expect(await page.getByRole('button', { name: 'Drop priority only' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Drop search only' }).click();
    await page.getByRole('link', { name: 'T-3 The colour is off' }).waitFor();
  });
});
