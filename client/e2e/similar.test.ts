import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTriagedTicket } from './support/tickets.js';

describe('similar tickets', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;
  let [first, again] = [0, 0];

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    const one = await createTriagedTicket(desk, {
      title: 'Exports fail since this morning',
      description: 'Every CSV export ends with “job expired” after a minute.',
    });
    const two = await createTriagedTicket(desk, {
      title: 'Month-end export does not finish',
      description: 'I start the csv export and get job expired, tried three times.',
    });
    [first, again] = [one.number, two.number];
    const deadline = Date.now() + 20_000;
    for (let found = 0; found === 0; ) {
      type Answer = { ticket: { similarTickets: unknown[] } };
      found = (await desk.query<Answer>(`{ ticket(number: ${again}) { similarTickets { score } } }`)).ticket
        .similarTickets.length;
      if (Date.now() > deadline) throw new Error('The tickets were never noted.');
    }
    seen = await visit(browser, desk.url);
    page = seen.page;
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const similar = () => page.getByRole('region', { name: 'Similar tickets' });

  it('stand beside a ticket in triage mode, with the words that both have', async () => {
    await page.goto('/triage');
    await page.getByRole('heading', { name: 'Exports fail since this morning' }).waitFor();
    await similar().getByText('Month-end export does not finish').waitFor();
    expect(await similar().innerText()).toMatch(/expired/);
  });

  it('are shown to whoever writes the same for somebody, and open beside the draft', async () => {
    await page.goto('/new');
    await page.getByLabel('Description').fill('The csv export says job expired again.');
    const there = page.getByRole('region', { name: 'Already reported?' });
    const link = there.getByRole('link', { name: 'Exports fail since this morning' });
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await opened.getByRole('heading', { name: 'Exports fail since this morning' }).waitFor();
    await opened.close();
    expect(await page.getByLabel('Description').inputValue()).toBe('The csv export says job expired again.');
  });

  it('take the ticket in from where they stand, which can be undone', async () => {
    await page.goto(`/tickets/${again}`);
    await similar()
      .getByRole('button', { name: `Merge into T-${first}` })
      .click();
    await page.waitForURL(`**/tickets/${first}`);
    await page.getByRole('region', { name: 'Merged tickets' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`T-${again} is a ticket of its own again`).waitFor();
  });

  it('stand on the page of a ticket and lead there; what is not the same is not proposed again', async () => {
    await page.goto(`/tickets/${again}`);
    await similar()
      .getByRole('link', { name: /Exports fail since this morning/ })
      .click();
    await page.waitForURL(`**/tickets/${first}`);
    await similar()
      .getByRole('button', { name: `T-${again} is not the same` })
      .click();
    await page.getByText(`T-${again} is not proposed here again`).waitFor();
    await similar().waitFor({ state: 'detached' });
    await page.goto(`/tickets/${again}`);
    await page.getByRole('region', { name: 'Triage suggestion' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await similar().count()).toBe(0);
    expect(seen.complaints).toEqual([]);
  });
});
