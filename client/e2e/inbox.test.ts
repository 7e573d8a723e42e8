import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from './support/browser.js';
import { createTicket, createTickets } from './support/tickets.js';
import { until } from './support/until.js';
import { visits } from './support/visits.js';

const SEEDED = 400;

describe('the inbox', () => {
  const at = visits(async (desk) => {
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

  const ticketLink = (title: string) => at.page.getByRole('link', { name: new RegExp(`^T-\\d+ ${title}$`) });
  const fieldsOf = async (number: number) => {
    const { ticket } = await at.desk.query<{ ticket: { status: string; priority: string; title: string } }>(
      `{ ticket(number: ${number}) { status priority title } }`,
    );
    return ticket;
  };

  it('narrows by filter and search, in the address, and scrolls deep without repeating or skipping a ticket', async () => {
    // Only the tickets made for this test speak of a matter.
    await at.page.goto('/?search=matter');
    await at.page.getByText(`${SEEDED} tickets`).waitFor();
    await at.page.getByRole('button', { name: 'Filter', exact: true }).click();
    await at.page.getByRole('menuitem', { name: 'Priority' }).hover();
    await at.page.getByRole('menuitemcheckbox', { name: 'Critical' }).click();
    await at.page.getByText('20 tickets').waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('Escape');
    const search = at.page.getByRole('textbox', { name: 'Search tickets' });
    await search.fill('invoice matter');
    await at.page.waitForURL('**/?search=invoice+matter&priority=critical');
    expect(await at.page.locator('mark').first().innerText()).toBe('Invoice');
    await at.page.getByRole('button', { name: 'Remove filter Priority' }).click();
    await at.page.getByText('40 tickets').waitFor();
    await search.fill('matter');
    await at.page.getByText(`${SEEDED} tickets`).waitFor();

    const grid = at.page.getByRole('grid', { name: 'Tickets' });
    await grid.hover();
    const met = new Set<string>();
    while (!met.has('Invoice 0 is missing')) {
      const labels = await grid.getByRole('link').evaluateAll((links) => links.map(({ ariaLabel }) => ariaLabel ?? ''));
      for (const label of labels) met.add(label.replace(/^T-\d+ /, ''));
      if (met.has('Invoice 0 is missing')) break;
      await at.page.mouse.wheel(0, 400);
      await at.page.waitForFunction(
        (last) => [...document.querySelectorAll('[role=grid] [role=row] a')].at(-1)?.ariaLabel !== last,
        labels.at(-1),
      );
    }
    expect(met.size).toBe(SEEDED);
    expect(at.seen.complaints).toEqual([]);
  });

  it('finds the ticket whose number is typed', async () => {
    const { number } = await createTicket(at.desk, { title: 'To be found by its number' });
    await at.page.goto('/?status=closed');
    await at.page.getByRole('textbox', { name: 'Search tickets' }).fill(`T-${number}`);
    await ticketLink('To be found by its number').waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.waitForURL(`**/tickets/${number}*`);
    await at.page.getByRole('heading', { name: 'To be found by its number' }).waitFor();
    expect(new URL(at.page.url()).pathname).toBe(`/tickets/${number}`);
  });

  it('changes status and priority of a ticket, which are still there after a reload', async () => {
    const { number } = await createTicket(at.desk, { title: 'To be worked on' });
    await at.page.goto('/');
    await ticketLink('To be worked on').click();
    const ticket = at.page.getByRole('region', { name: 'Ticket', exact: true });
    await ticket.getByRole('button', { name: 'Status: Open' }).click();
    await at.page.getByRole('menuitem', { name: 'Resolved' }).click();
    await ticket.getByRole('button', { name: 'Status: Resolved' }).waitFor();
    await ticket.getByRole('button', { name: 'Priority: Medium' }).click();
    const saved = at.page.waitForResponse(
      (response) => response.request().postData()?.includes('"priority":"HIGH"') ?? false,
    );
    await at.page.getByRole('menuitem', { name: 'High' }).click();
    await saved;
    await at.page.reload();
    await ticket.getByRole('button', { name: 'Status: Resolved' }).waitFor();
    await ticket.getByRole('button', { name: 'Priority: High' }).waitFor();
    expect(await fieldsOf(number)).toMatchObject({ status: 'RESOLVED', priority: 'HIGH' });
  });

  it('asks before the page is left while a change is not saved, and no longer once it is', async () => {
    const { number } = await createTicket(at.desk, { title: 'Not to be left yet' });
    const leaving = await visit(at.browser, at.desk.url);
    await leaving.page.goto(`/tickets/${number}`);
    await leaving.page.getByRole('heading', { name: 'Not to be left yet' }).waitFor();
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await leaving.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"RESOLVED"')) await held;
      await route.continue();
    });
    const mayLeave = () => leaving.page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await mayLeave()).toBe(true);
    await leaving.page.keyboard.press('e');
    await leaving.page.getByText(`T-${number} resolved`).waitFor();
    const [question] = await Promise.all([
      leaving.page.waitForEvent('dialog'),
      leaving.page.close({ runBeforeUnload: true }),
    ]);
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    letThrough();
    await until(mayLeave);
    expect(await fieldsOf(number)).toMatchObject({ status: 'RESOLVED' });
    await leaving.page.close();
  });

  it('takes a change back by undo, as a change of its own', async () => {
    const { number } = await createTicket(at.desk, { title: 'To be undone' });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: 'To be undone' }).waitFor();
    await at.page.keyboard.press('e');
    await at.page.getByText(`T-${number} resolved`).waitFor();
    const undone = at.page.waitForResponse((response) => response.request().postData()?.includes('"OPEN"') ?? false);
    await at.page.keyboard.press('z');
    await undone;
    expect(await fieldsOf(number)).toMatchObject({ status: 'OPEN' });
    const { ticket } = await at.desk.query<{ ticket: { events: { edges: { node: { to: string | null } }[] } } }>(
      `{ ticket(number: ${number}) { events(first: 2) { edges { node { to } } } } }`,
    );
    expect(ticket.events.edges.map(({ node }) => node.to?.toUpperCase())).toEqual(['OPEN', 'RESOLVED']);
  });

  it('asks whose value stands when two windows changed the same field', async () => {
    const { number } = await createTicket(at.desk, { title: 'Edited by two' });
    const other = await visit(at.browser, at.desk.url);
    await Promise.all([at.page.goto(`/tickets/${number}`), other.page.goto(`/tickets/${number}`)]);
    const edit = async (window: Page, title: string) => {
      await window.getByRole('button', { name: 'Edit', exact: true }).click();
      await window.getByLabel('Title').fill(title);
    };
    await edit(at.page, 'Title of the first');
    await edit(other.page, 'Title of the second');
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByRole('heading', { name: 'Title of the first' }).waitFor();
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
    const second = await createTicket(at.desk, { title: 'Second by keyboard' });
    const first = await createTicket(at.desk, { title: 'First by keyboard' });
    await at.page.goto('/');
    await ticketLink('First by keyboard').waitFor();
    await at.page.keyboard.press('j');
    await at.page.keyboard.press('p');
    await at.page.getByRole('menu', { name: 'Priority' }).waitFor();
    await at.page.keyboard.press('1');
    await at.page.getByText(`T-${first.number} is now critical`).waitFor();
    await at.page.keyboard.press('e');
    await at.page.getByText(`T-${first.number} resolved`).waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('heading', { name: 'Second by keyboard' }).waitFor();
    await at.page.keyboard.press('s');
    await at.page.getByRole('menu', { name: 'Status' }).waitFor();
    await at.page.keyboard.press('2');
    await at.page.getByText(`T-${second.number} started`).waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.waitForURL((url) => url.pathname === '/');
    await at.page.keyboard.press('/');
    await at.page.keyboard.type('by keyboard');
    await at.page.getByText('2 tickets').waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('g');
    await at.page.keyboard.press('d');
    await at.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await at.page.keyboard.press('Control+k');
    await at.page.getByRole('dialog').waitFor();
    await at.page.keyboard.type(String(first.number));
    await at.page.getByRole('option').filter({ hasText: 'First by keyboard' }).waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.waitForURL(`**/tickets/${first.number}`);
    expect(await fieldsOf(first.number)).toMatchObject({ status: 'RESOLVED', priority: 'CRITICAL' });
    expect(await fieldsOf(second.number)).toMatchObject({ status: 'IN_PROGRESS' });
  });
});
