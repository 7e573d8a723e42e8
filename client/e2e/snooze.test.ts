import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTicket, createTickets } from './support/tickets.js';

describe('snoozing', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
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

  const row = (title: string) => page.getByRole('link', { name: new RegExp(`^T-\\d+ ${title}$`) });
  const restOf = async (number: number) => {
    const { ticket } = await desk.query<{ ticket: { isSnoozed: boolean; snoozedUntil: string | null } }>(
      `{ ticket(number: ${number}) { isSnoozed snoozedUntil } }`,
    );
    return ticket;
  };

  it('takes a ticket out of the inbox by a key, says when it returns, and is undone by Z', async () => {
    const { number } = await createTicket(desk, { title: 'The printer hums' });
    await page.goto(`/tickets/${number}`);
    await page.getByRole('heading', { name: 'The printer hums' }).waitFor();
    await page.keyboard.press('h');
    await page.getByRole('menuitem', { name: /^Until tomorrow/ }).waitFor();
    await page.keyboard.press('3');
    await page.getByText(/^T-\d+ snoozed until /).waitFor();
    await page.getByText(/^Snoozed until .*, or an answer$/).waitFor();
    expect(await restOf(number)).toEqual({ isSnoozed: true, snoozedUntil: expect.any(String) });
    await page
      .getByText(/^Snoozed until \d+ \w+, 09:00/)
      .last()
      .waitFor();
    await page.keyboard.press('Escape');
    await row('The printer hums').waitFor({ state: 'detached' });
    await page
      .getByRole('link', { name: /^Snoozed/ })
      .first()
      .click();
    await row('The printer hums').waitFor();
    await page.keyboard.press('z');
    await row('The printer hums').waitFor({ state: 'detached' });
    expect(await restOf(number)).toEqual({ isSnoozed: false, snoozedUntil: null });
  });

  it('wakes a ticket from its page', async () => {
    const { id, number } = await createTicket(desk, { title: 'The lamp flickers' });
    await desk.query(
      'mutation ($id: ID!) { updateTicket(input: { id: $id, snoozeUntilAnswer: true }) { ticket { id } } }',
      { id },
    );
    await page.goto(`/tickets/${number}`);
    await page.getByText('Snoozed until they answer').waitFor();
    await page.getByRole('button', { name: 'Wake now' }).click();
    await page.getByText(`T-${number} woken`).waitFor();
    expect(await restOf(number)).toMatchObject({ isSnoozed: false });
  });

  it('lets all selected tickets rest at once', async () => {
    await createTickets(desk, [{ title: 'First of two' }, { title: 'Second of two' }]);
    await page.goto('/');
    for (const title of ['First of two', 'Second of two']) {
      const line = page.getByRole('row').filter({ has: row(title) });
      await line.hover();
      await line.getByRole('checkbox').click();
    }
    await page.keyboard.press('h');
    await page.getByRole('menuitem', { name: /^For a week/ }).click();
    await page.getByText('2 tickets snoozed until').waitFor();
    for (const title of ['First of two', 'Second of two']) await row(title).waitFor({ state: 'detached' });
  });
});
