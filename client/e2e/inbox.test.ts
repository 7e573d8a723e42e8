import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTicket, createTickets } from './support/tickets.js';

const SEEDED = 400;

describe('the inbox', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    const categories = ['BILLING', 'TECHNICAL', 'ACCOUNT', 'GENERAL'] as const;
    await createTickets(
      desk,
      Array.from({ length: SEEDED }, (_, index) => ({
        title: index % 10 === 0 ? `Invoice ${index} is missing` : `Question ${index}`,
        description: `About matter ${index}.`,
        category: categories[index % 4] ?? 'GENERAL',
        priority: index % 20 === 0 ? ('CRITICAL' as const) : ('LOW' as const),
      })),
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
  const fieldsOf = async (number: number) => {
    const { ticket } = await desk.query<{ ticket: { status: string; priority: string; title: string } }>(
      `{ ticket(number: ${number}) { status priority title } }`,
    );
    return ticket;
  };

  it('narrows by filter and search, in the address, and scrolls deep without repeating or skipping a ticket', async () => {
    // Only the tickets made for this test speak of a matter.
    await page.goto('/?search=matter');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Priority' }).hover();
    await page.getByRole('menuitemcheckbox', { name: 'Critical' }).click();
    await page.getByText('20 tickets').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const search = page.getByRole('textbox', { name: 'Search tickets' });
    await search.fill('invoice matter');
    await page.waitForURL('**/?search=invoice+matter&priority=critical');
    expect(await page.locator('mark').first().innerText()).toBe('Invoice');
    await page.getByRole('button', { name: 'Remove filter Priority' }).click();
    await page.getByText('40 tickets').waitFor();
    await search.fill('matter');
    await page.getByText(`${SEEDED} tickets`).waitFor();

    const grid = page.getByRole('grid', { name: 'Tickets' });
    await grid.hover();
    const met = new Set<string>();
    while (!met.has('Invoice 0 is missing')) {
      const labels = await grid.getByRole('link').evaluateAll((links) => links.map(({ ariaLabel }) => ariaLabel ?? ''));
      for (const label of labels) met.add(label.replace(/^T-\d+ /, ''));
      if (met.has('Invoice 0 is missing')) break;
      await page.mouse.wheel(0, 400);
      await page.waitForFunction(
        (last) => [...document.querySelectorAll('[role=grid] [role=row] a')].at(-1)?.ariaLabel !== last,
        labels.at(-1),
      );
    }
    expect(met.size).toBe(SEEDED);
    expect(seen.complaints).toEqual([]);
  });

  it('finds the ticket whose number is typed', async () => {
    const { number } = await createTicket(desk, { title: 'To be found by its number' });
    await page.goto('/?status=closed');
    await page.getByRole('textbox', { name: 'Search tickets' }).fill(`T-${number}`);
    await ticketLink('To be found by its number').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/tickets/${number}*`);
    await page.getByRole('heading', { name: 'To be found by its number' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/tickets/${number}`);
  });

  it('changes status and priority of a ticket, which are still there after a reload', async () => {
    const { number } = await createTicket(desk, { title: 'To be worked on' });
    await page.goto('/');
    await ticketLink('To be worked on').click();
    const ticket = page.getByRole('region', { name: 'Ticket', exact: true });
    await ticket.getByRole('button', { name: 'Status: Open' }).click();
    await page.getByRole('menuitem', { name: 'Resolved' }).click();
    await ticket.getByRole('button', { name: 'Status: Resolved' }).waitFor();
    await ticket.getByRole('button', { name: 'Priority: Medium' }).click();
    const saved = page.waitForResponse((response) => response.request().postData()?.includes('HIGH') ?? false);
    await page.getByRole('menuitem', { name: 'High' }).click();
    await saved;
    await page.reload();
    await ticket.getByRole('button', { name: 'Status: Resolved' }).waitFor();
    await ticket.getByRole('button', { name: 'Priority: High' }).waitFor();
    expect(await fieldsOf(number)).toMatchObject({ status: 'RESOLVED', priority: 'HIGH' });
  });

  it('takes a change back by undo, as a change of its own', async () => {
    const { number } = await createTicket(desk, { title: 'To be undone' });
    await page.goto(`/tickets/${number}`);
    await page.getByRole('heading', { name: 'To be undone' }).waitFor();
    await page.keyboard.press('e');
    await page.getByText(`T-${number} resolved`).waitFor();
    const undone = page.waitForResponse((response) => response.request().postData()?.includes('"OPEN"') ?? false);
    await page.keyboard.press('z');
    await undone;
    expect(await fieldsOf(number)).toMatchObject({ status: 'OPEN' });
    const { ticket } = await desk.query<{ ticket: { events: { edges: { node: { to: string | null } }[] } } }>(
      `{ ticket(number: ${number}) { events(first: 2) { edges { node { to } } } } }`,
    );
    expect(ticket.events.edges.map(({ node }) => node.to?.toUpperCase())).toEqual(['OPEN', 'RESOLVED']);
  });

  it('asks whose value stands when two windows changed the same field', async () => {
    const { number } = await createTicket(desk, { title: 'Edited by two' });
    const other = await visit(browser, desk.url);
    await Promise.all([page.goto(`/tickets/${number}`), other.page.goto(`/tickets/${number}`)]);
    const edit = async (window: Page, title: string) => {
      await window.getByRole('button', { name: 'Edit', exact: true }).click();
      await window.getByLabel('Title').fill(title);
    };
    await edit(page, 'Title of the first');
    await edit(other.page, 'Title of the second');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Title of the first' }).waitFor();
    // The other window learns of it while it edits; what is typed there stays.
    await other.page.getByRole('button', { name: 'Save' }).click();
    const question = other.page.getByRole('alertdialog', { name: `T-${number} changed while you edited` });
    await question.waitFor();
    expect(await question.innerText()).toMatch(/Title of the second[\s\S]*Title of the first/);
    const saved = other.page.waitForResponse(
      (response) => response.request().postData()?.includes('UpdateTicket') ?? false,
    );
    await question.getByRole('button', { name: 'Keep mine' }).click();
    await saved;
    await other.page.getByRole('heading', { name: 'Title of the second' }).waitFor();
    expect(await fieldsOf(number)).toMatchObject({ title: 'Title of the second' });
    await other.context.close();
  });

  it('is worked by keyboard alone', async () => {
    const second = await createTicket(desk, { title: 'Second by keyboard' });
    const first = await createTicket(desk, { title: 'First by keyboard' });
    await page.goto('/');
    await ticketLink('First by keyboard').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('p');
    await page.getByRole('menu', { name: 'Priority' }).waitFor();
    await page.keyboard.press('1');
    await page.getByText(`T-${first.number} is now critical`).waitFor();
    await page.keyboard.press('e');
    await page.getByText(`T-${first.number} resolved`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Second by keyboard' }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('menu', { name: 'Status' }).waitFor();
    await page.keyboard.press('2');
    await page.getByText(`T-${second.number} started`).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/');
    await page.keyboard.press('/');
    await page.keyboard.type('by keyboard');
    await page.getByText('2 tickets').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(String(first.number));
    await page.getByRole('option').filter({ hasText: 'First by keyboard' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/tickets/${first.number}`);
    expect(await fieldsOf(first.number)).toMatchObject({ status: 'RESOLVED', priority: 'CRITICAL' });
    expect(await fieldsOf(second.number)).toMatchObject({ status: 'IN_PROGRESS' });
  });
});
