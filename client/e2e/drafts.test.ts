import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from './support/browser.js';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('what was typed', () => {
  const at = visits();

  const ticket = (page: Page) => page.getByRole('region', { name: 'Ticket', exact: true });
  const edit = (page: Page) => ticket(page).getByRole('button', { name: 'Edit', exact: true }).click();
  const kept = (page: Page) => ticket(page).getByRole('status').filter({ hasText: 'Changes kept' });

  it('is kept when an edit is left by Escape, another row or a reload, until it is discarded', async () => {
    const { number } = await createTicket(at.desk, { title: 'Left half-way' });
    await createTicket(at.desk, { title: 'The row above' });
    await at.page.goto(`/tickets/${number}`);
    await edit(at.page);
    await at.page.getByLabel('Title').fill('Left half-way, with more to say');
    await at.page.keyboard.press('Escape');
    await kept(at.page).waitFor();

    await at.page.getByRole('link', { name: /The row above$/ }).click();
    await at.page.getByRole('heading', { name: 'The row above' }).waitFor();
    expect(await kept(at.page).count()).toBe(0);
    await at.page.getByRole('link', { name: /Left half-way$/ }).click();
    await kept(at.page).waitFor();

    await at.page.reload();
    await kept(at.page).waitFor();
    await ticket(at.page).getByRole('button', { name: 'Continue editing' }).click();
    expect(await at.page.getByLabel('Title').inputValue()).toBe('Left half-way, with more to say');
    await at.page.getByRole('link', { name: /The row above$/ }).click();
    await at.page.getByRole('heading', { name: 'The row above' }).waitFor();
    await at.page.goBack();
    await at.page.goto(`/tickets/${number}`);
    await ticket(at.page).getByRole('button', { name: 'Discard' }).click();
    await kept(at.page).waitFor({ state: 'detached' });
    await at.page.reload();
    await at.page.getByRole('heading', { name: 'Left half-way' }).waitFor();
    await edit(at.page);
    expect(await at.page.getByLabel('Title').inputValue()).toBe('Left half-way');
    expect(at.seen.complaints).toEqual([]);
  });

  it('is judged against the ticket as it was when the edit began, also after a reload', async () => {
    const { id, number } = await createTicket(at.desk, { title: 'Seen before the reload' });
    await at.page.goto(`/tickets/${number}`);
    await edit(at.page);
    await at.page.getByLabel('Title').fill('Typed before the reload');
    await at.desk.query('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id } } }', {
      input: { id, title: 'Changed by a colleague', expectedVersion: 1 },
    });
    await at.page.reload();
    await ticket(at.page).getByRole('button', { name: 'Continue editing' }).click();
    await at.page.getByRole('button', { name: 'Save' }).click();
    await at.page.getByRole('alertdialog', { name: `T-${number} changed while you edited` }).waitFor();
  });

  it.each([
    ['Reply', 'r', 'AddReply'],
    ['Note', 'n', 'AddNote'],
  ])('while the %s before is being sent stays', async (name, key, operation) => {
    const { number } = await createTicket(at.desk, { title: `Typed on: ${name}` });
    const typed = Promise.withResolvers<void>();
    await at.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes(`"${operation}"`)) await typed.promise;
      await route.continue();
    });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: `Typed on: ${name}` }).waitFor();
    await at.page.keyboard.press(key);
    const field = at.page.getByRole('textbox', { name, exact: true });
    await field.fill('The first words.');
    await at.page.keyboard.press('Control+Enter');
    await at.page.getByRole('button', { name: /^(Sending|Adding)…/ }).waitFor();
    await at.page.keyboard.type(' And more.');
    typed.resolve();
    await at.page
      .getByRole('region', { name: 'Conversation' })
      .getByText('The first words.', { exact: true })
      .waitFor();
    await at.page.getByRole('button', { name: /^(Sending|Adding)…/ }).waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('And more.');
    await at.page.unrouteAll();
  });

  it('in two tabs stays apart', async () => {
    const { number } = await createTicket(at.desk, { title: 'Edited in two tabs' });
    const other = await visit(at.browser, at.desk.url, { context: at.seen.context });
    for (const [page, words] of [
      [at.page, 'Words of the first tab'],
      [other.page, 'Words of the second tab'],
    ] as const) {
      await page.goto(`/tickets/${number}`);
      await edit(page);
      await page.getByLabel('Title').fill(words);
      await page.goto('/new');
      await page.getByLabel('Title').fill(`${words}, anew`);
    }
    for (const [page, words] of [
      [at.page, 'Words of the first tab'],
      [other.page, 'Words of the second tab'],
    ] as const) {
      expect(await page.getByLabel('Title').inputValue()).toBe(`${words}, anew`);
      await page.reload();
      expect(await page.getByLabel('Title').inputValue()).toBe(`${words}, anew`);
      await page.goto(`/tickets/${number}`);
      await ticket(page).getByRole('button', { name: 'Continue editing' }).click();
      expect(await page.getByLabel('Title').inputValue()).toBe(words);
    }
  });

  it('in a tab that was closed is handed to the next one that opens', async () => {
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('Closed by mistake');
    await at.page.close({ runBeforeUnload: true });
    const next = await visit(at.browser, at.desk.url, { context: at.seen.context });
    await next.page.goto('/new');
    expect(await next.page.getByLabel('Title').inputValue()).toBe('Closed by mistake');
  });

  it('in a cell of the table is kept by Escape, and offered again', async () => {
    const { number } = await createTicket(at.desk, { title: 'In a cell' });
    await at.page.goto('/manage');
    const cell = at.page.getByRole('button', { name: `Title of T-${number}: In a cell. Edit` });
    await cell.click();
    const field = at.page.getByRole('textbox', { name: `Title of T-${number}` });
    await field.fill('In a cell, half-way');
    await field.press('Escape');
    await at.page.getByText('Changes kept').waitFor();
    await at.page.reload();
    await cell.click();
    expect(await field.inputValue()).toBe('In a cell, half-way');
    await field.press('Escape');
    await at.page.getByRole('button', { name: 'Discard' }).click();
    await cell.click();
    expect(await field.inputValue()).toBe('In a cell');
  });
});
