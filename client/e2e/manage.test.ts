import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTicket, createTickets } from './support/tickets.js';

describe('the administration table', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await createTickets(
      desk,
      Array.from({ length: 160 }, (_, index) => ({ title: `Row ${index}`, description: `Number ${index} of many.` })),
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

  const countOf = async (filter: string) => {
    const { tickets } = await desk.query<{ tickets: { totalCount: number } }>(
      `{ tickets(filter: ${filter}) { totalCount } }`,
    );
    return tickets.totalCount;
  };
  const box = (title: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: new RegExp(`: ${title}\\. Edit`) }) })
      .getByRole('checkbox');

  it('changes sixty tickets at once, and takes it back at once', async () => {
    await page.goto('/manage');
    await box('Row 159').click();
    // Sixty rows down, past what fits on the screen.
    await page.getByRole('grid').hover();
    const last = box('Row 100');
    while (!(await last.isVisible())) {
      const first = await page.getByRole('row').nth(1).innerText();
      await page.mouse.wheel(0, 600);
      await page.waitForFunction((text) => document.querySelectorAll('[role=grid] tr')[2]?.textContent !== text, first);
    }
    await last.click({ modifiers: ['Shift'] });
    await page.getByText('60 selected').waitFor();

    const toolbar = page.getByRole('toolbar', { name: 'Selected tickets' });
    await toolbar.getByRole('button', { name: 'Status' }).click();
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('UpdateTickets') ?? false,
    );
    await page.getByRole('menuitem', { name: 'Resolved' }).click();
    await answered;
    expect(await countOf('{ status: [RESOLVED] }')).toBe(60);

    const undone = page.waitForResponse(
      (response) => response.request().postData()?.includes('UpdateTickets') ?? false,
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await undone;
    expect(await countOf('{ status: [RESOLVED] }')).toBe(0);
    expect(seen.complaints).toEqual([]);
  });

  it('edits every field in its cell, and shows a refusal beside it', async () => {
    const { number } = await createTicket(desk, { title: 'To be edited' });
    await page.goto('/manage');
    await page.getByRole('button', { name: `Title of T-${number}: To be edited. Edit` }).click();
    const field = page.getByRole('textbox', { name: `Title of T-${number}` });
    await field.fill('   ');
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await field.fill('Edited in place');
    await field.press('Enter');
    await page.getByRole('button', { name: `Title of T-${number}: Edited in place. Edit` }).waitFor();

    await page.getByRole('button', { name: new RegExp(`^Description of T-${number}:`) }).click();
    const area = page.getByRole('textbox', { name: `Description of T-${number}` });
    await area.fill('Two\nlines');
    await area.press('Control+Enter');
    await area.waitFor({ state: 'detached' });

    for (const [column, choice] of [
      ['Category', 'Account'],
      ['Priority', 'Critical'],
      ['Status', 'Closed'],
    ]) {
      await page.getByRole('button', { name: new RegExp(`^${column} of T-${number}:`) }).click();
      await page.getByRole('menuitem', { name: choice }).click();
      await page.getByRole('button', { name: `${column} of T-${number}: ${choice}. Change` }).waitFor();
    }
    await page.reload();
    await page.getByRole('button', { name: `Status of T-${number}: Closed. Change` }).waitFor();
    const { ticket } = await desk.query<{ ticket: object }>(
      `{ ticket(number: ${number}) { title description category priority status } }`,
    );
    expect(ticket).toEqual({
      title: 'Edited in place',
      description: 'Two\nlines',
      category: 'ACCOUNT',
      priority: 'CRITICAL',
      status: 'CLOSED',
    });
  });

  it('asks before it deletes, with the focus on keeping', async () => {
    await createTicket(desk, { title: 'Goes for good' });
    await page.goto('/manage?search=Goes+for+good');
    await box('Goes for good').click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete 1 ticket?' });
    await dialog.waitFor();
    expect(
      await dialog.getByRole('button', { name: 'Keep' }).evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');
    expect(await countOf('{ search: "Goes for good" }')).toBe(1);
    await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete 1 ticket' }).click();
    await page.getByText('1 ticket deleted').waitFor();
    await page.getByText('Nothing matches').waitFor();
    expect(await countOf('{ search: "Goes for good" }')).toBe(0);
  });

  it('is walked by arrow keys and sorted by its heads', async () => {
    await page.goto('/manage');
    await page
      .getByRole('checkbox', { name: /^Select T-/ })
      .first()
      .focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Title of'));
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Title of T-/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Title of'));

    await page.getByRole('columnheader', { name: 'Created' }).getByRole('button').click();
    await page.waitForURL('**/manage?order=created_at');
    await page.getByRole('button', { name: /: Row 0\. Edit$/ }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Created' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('exports exactly what is shown', async () => {
    await page.goto('/manage?search=Row+12&order=created_at');
    await page.getByText('12 tickets').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export CSV' }).click();
    const stream = await (await download).createReadStream();
    const lines = (await text(stream)).trim().split('\n');
    expect(lines).toHaveLength(13);
    expect(lines[1]).toMatch(/Row 12\b/);
    expect(lines.at(-1)).toMatch(/Row 129\b/);
  });

  it('imports a file, and says which rows were wrong and why', async () => {
    await page.goto('/manage');
    const rows = [
      'title,description,category',
      'Imported one,First,billing',
      'Imported two,Second,nonsense',
      'Imported three,,general',
      'Imported four,Fourth,account',
    ];
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await (await chooser).setFiles({ name: 'october.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    const strip = page.getByRole('region', { name: 'Import' });
    await strip.getByText('2 imported, 2 rejected').waitFor();
    await page.getByRole('button', { name: /: Imported four\. Edit$/ }).waitFor();
    await strip.getByRole('button', { name: 'See why' }).click();
    const report = page.getByRole('dialog', { name: '2 rows of october.csv rejected' });
    await report.waitFor();
    const lines = await report.getByRole('row').allInnerTexts();
    expect(lines[1]).toMatch(/^3\b.*category/s);
    expect(lines[2]).toMatch(/^4\b.*description/s);
    expect(await countOf('{ search: "Imported" }')).toBe(2);
  });
});
