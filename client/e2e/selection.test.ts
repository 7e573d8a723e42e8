import { describe, expect, it } from '@jest/globals';
import { createTickets } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('a selection', () => {
  const at = visits((desk) =>
    createTickets(
      desk,
      Array.from({ length: 230 }, (_, index) => ({ title: `Row ${index}` })),
    ),
  );
  const resolved = async () => {
    const { tickets } = await at.desk.query<{ tickets: { totalCount: number } }>(
      '{ tickets(filter: { status: [RESOLVED] }) { totalCount } }',
    );
    return tickets.totalCount;
  };

  it('is what the keys of the table change', async () => {
    await at.page.goto('/manage');
    for (const number of [230, 229, 228]) await at.page.getByRole('checkbox', { name: `Select T-${number}` }).click();
    await at.page.keyboard.press('s');
    await at.page.getByRole('menu', { name: 'Status' }).waitFor();
    await at.page.keyboard.press('2');
    await at.page.getByText('3 tickets changed').waitFor();
    for (const number of [230, 229, 228])
      await at.page.getByRole('button', { name: `Status of T-${number}: In progress. Change` }).waitFor();
    // The bar is gone; the keys go on where they were.
    await at.page.waitForFunction(() => document.activeElement?.closest('[role=grid]') !== null);
  });

  it('can be all of a list, which is changed in batches and taken back', async () => {
    await at.page.goto('/manage?status=open');
    await at.page.getByRole('checkbox', { name: 'Select T-227', exact: true }).click();
    await at.page.getByRole('button', { name: 'Select all 227' }).click();
    await at.page.getByText('227 selected').waitFor();
    await at.page.getByRole('toolbar').getByRole('button', { name: 'Status' }).click();
    await at.page.getByRole('menuitem', { name: 'Resolved' }).click();
    await at.page.getByText('227 tickets changed').waitFor();
    expect(await resolved()).toBeGreaterThanOrEqual(200);
    await at.page.getByRole('button', { name: 'Undo' }).click();
    const givingBack = at.page.getByRole('progressbar', { name: /^Giving back/ });
    await givingBack.waitFor();
    await givingBack.waitFor({ state: 'detached' });
    expect(await resolved()).toBe(0);
    expect(at.seen.complaints).toEqual([]);
  });

  it('keeps the focus in the list after a change in the inbox', async () => {
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-230 Row 229' }).waitFor();
    for (const key of ['j', 'x', 'j', 'x', 'p']) await at.page.keyboard.press(key);
    await at.page.getByRole('menu', { name: 'Priority' }).waitFor();
    await at.page.keyboard.press('1');
    await at.page.getByText('2 tickets changed').waitFor();
    await at.page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'T-229 Row 228');
  });

  it('leaves the focus where it was after the palette, the list of keys and a dialog', async () => {
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-230 Row 229' }).waitFor();
    await at.page.keyboard.press('j');
    for (const open of ['Control+k', '?', 'c']) {
      await at.page.keyboard.press(open);
      await at.page.getByRole('dialog').waitFor();
      await at.page.keyboard.press('Escape');
      await at.page.getByRole('dialog').waitFor({ state: 'detached' });
      await at.page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'T-230 Row 229');
    }
  });

  it('a link to a ticket brings its row into view', async () => {
    await at.page.goto('/tickets/60');
    const row = at.page.getByRole('link', { name: 'T-60 Row 59' });
    await row.waitFor();
    await at.page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('[aria-label="T-60 Row 59"]')?.getBoundingClientRect() ?? {};
      return top !== undefined && bottom !== undefined && top > 0 && bottom < window.innerHeight;
    });
  });

  it('the palette lists commands before tickets, and unfinished tickets before finished ones', async () => {
    await createTickets(at.desk, [
      { title: 'New printer wanted', status: 'OPEN' },
      { title: 'New printer arrived', status: 'CLOSED' },
    ]);
    await at.page.goto('/');
    await at.page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await at.page.keyboard.press('Control+k');
    await at.page.getByRole('combobox').fill('new');
    await at.page.getByRole('option').filter({ hasText: 'New printer arrived' }).waitFor();
    const options = (await at.page.getByRole('option').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    const place = (words: string) => options.findIndex((text) => text.includes(words));
    expect(place('New ticket')).toBe(0);
    expect(place('New printer wanted')).toBeLessThan(place('New printer arrived'));
    expect(place('Search the inbox')).toBe(options.length - 1);
  });

  it('an address is read in any case, and says what it asks in vain', async () => {
    await at.page.goto('/?status=OPEN&priority=urgent');
    await at.page.getByRole('button', { name: 'Remove filter Status' }).waitFor();
    await at.page.getByText('Ignored in the address: priority=urgent').waitFor();
  });

  it('the rail has the views and the search', async () => {
    await at.page.setViewportSize({ width: 900, height: 800 });
    await at.page.goto('/');
    const navigation = at.page.getByRole('navigation', { name: 'Main' });
    await navigation.getByRole('button', { name: 'Views' }).click();
    await at.page.getByRole('menuitem', { name: 'Money questions' }).click();
    await at.page.waitForURL('**/?status=open&status=in_progress&category=billing&snoozed=no');
    await navigation.getByRole('button', { name: 'Search and commands' }).click();
    await at.page.getByRole('dialog').getByRole('combobox').waitFor();
  });
});
