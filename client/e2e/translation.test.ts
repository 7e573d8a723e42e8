import { afterEach, describe, expect, it } from '@jest/globals';
import { createTickets, createTriagedTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

/**
 * What a browser's translation does to a page: every text node is replaced by a translated copy inside two `font` elements,
 * now and whenever the page changes. The nodes React holds are then in no document.
 */
function translate() {
  const skipped = 'script, style, title, textarea, font, svg, noscript';
  const replace = (text: Text) => {
    if (!text.data.trim() || text.parentElement?.closest(skipped)) return;
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    inner.append(text.data);
    text.replaceWith(outer);
  };
  const walk = (root: Node) => {
    if (root instanceof Text) return replace(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    for (const text of found) replace(text);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) walk(node);
  }).observe(document, { subtree: true, childList: true });
}

describe('a page the browser translates', () => {
  const at = visits(async (desk) => {
    await createTickets(
      desk,
      Array.from({ length: 12 }, (_, index) => ({ title: `Row ${index}` })),
    );
    await createTriagedTicket(desk, {
      title: 'Charged twice',
      description: 'The invoice of October was **charged twice**.',
    });
  });

  // Nothing fell, and nothing had to be put up again.
  afterEach(() => expect(at.seen.complaints).toEqual([]));

  it('can be worked on: the inbox and a ticket', async () => {
    await at.page.addInitScript(translate);
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-13 Charged twice' }).waitFor();
    for (const key of ['j', 'x', 'j', 'x', 'Escape', 'j', 'k']) await at.page.keyboard.press(key);
    await at.page.keyboard.press('p');
    await at.page.getByRole('menuitem', { name: 'High' }).click();
    await at.page.keyboard.press('z');
    const search = at.page.getByRole('textbox', { name: 'Search tickets' });
    await search.fill('nothing like this');
    await at.page.getByText('Nothing matches').waitFor();
    await search.fill('row');
    await at.page.getByRole('link', { name: 'T-1 Row 0' }).waitFor();
    await search.fill('');
    await at.page.getByRole('button', { name: 'Filter', exact: true }).click();
    await at.page.getByRole('menuitem', { name: 'Priority' }).hover();
    for (const name of ['Critical', 'High']) await at.page.getByRole('menuitemcheckbox', { name }).click();
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('Escape');
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-13 Charged twice' }).click();
    const ticket = at.page.getByRole('region', { name: 'Ticket', exact: true });
    await ticket.getByRole('region', { name: 'Triage suggestion' }).waitFor();
    await at.page.keyboard.press('s');
    await at.page.getByRole('menuitem', { name: 'In progress' }).click();
    await ticket.getByRole('button', { name: 'Status: In progress' }).waitFor();
    await at.page.keyboard.press('a');
    await ticket.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
    await ticket.getByRole('button', { name: 'Edit', exact: true }).click();
    await ticket.getByLabel('Title').fill('Charged three times');
    await ticket.getByRole('button', { name: 'Save' }).click();
    await ticket.getByRole('heading', { name: 'Charged three times' }).waitFor();
    await ticket.getByLabel('Title').waitFor({ state: 'detached' });
    await at.page.keyboard.press('j');
    await ticket.getByRole('heading', { name: 'Row 11' }).waitFor();
    await at.page.keyboard.press('Escape');
  });

  it('can be worked on: the form, the table, the dashboard, the palette', async () => {
    await at.page.addInitScript(translate);
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('x'.repeat(160));
    await at.page.getByLabel('Title').fill('Exports fail and the month-end report is due');
    await at.page.getByRole('button', { name: /^Submit/ }).click();
    await at.page.getByText('A description is needed').waitFor();
    await at.page.getByLabel('Description').fill('Every export ends with “job expired”. The team is blocked.');
    await at.page.getByRole('region', { name: 'Triage suggestion' }).waitFor();
    await at.page.getByRole('button', { name: /^Priority: / }).click();
    await at.page.getByRole('menuitem', { name: 'Critical' }).click();
    await at.page.getByRole('button', { name: /^Submit/ }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();

    await at.page.getByRole('link', { name: 'Manage' }).click();
    for (const number of [3, 4, 5]) await at.page.getByRole('checkbox', { name: `Select T-${number}` }).click();
    await at.page.getByRole('toolbar').getByRole('button', { name: 'Status' }).click();
    await at.page.getByRole('menuitem', { name: 'Resolved' }).click();
    await at.page.getByRole('button', { name: 'Status of T-4: Resolved. Change' }).waitFor();
    await at.page.getByRole('columnheader', { name: 'Priority' }).getByRole('button').click();

    await at.page.getByRole('link', { name: 'Dashboard' }).click();
    await at.page.getByRole('heading', { name: 'Flow' }).waitFor();
    const ranges = at.page.getByRole('radio');
    for (let index = 0; index < (await ranges.count()); index += 1) await ranges.nth(index).click();
    await at.page.keyboard.press('Control+k');
    await at.page.getByRole('dialog').getByRole('combobox').waitFor();
    await at.page.keyboard.type('row 1');
    await at.page.getByRole('option').filter({ hasText: 'Row 1' }).first().waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.keyboard.press('?');
    await at.page.getByRole('dialog', { name: 'Keys on this screen' }).waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('link', { name: 'Inbox' }).click();
    await at.page.getByRole('link', { name: 'T-1 Row 0' }).waitFor();
  });
});
