import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { createTicket, createTickets } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('the administration table', () => {
  const at = visits(async (desk) => {
    await createTickets(
      desk,
      Array.from({ length: 160 }, (_, index) => ({ title: `Row ${index}`, description: `Number ${index} of many.` })),
    );
  });

  const countOf = async (filter: string) => {
    const { tickets } = await at.desk.query<{ tickets: { totalCount: number } }>(
      `{ tickets(filter: ${filter}) { totalCount } }`,
    );
    return tickets.totalCount;
  };
  const box = (title: string) =>
    at.page
      .getByRole('row')
      .filter({ has: at.page.getByRole('button', { name: new RegExp(`: ${title}\\. Edit`) }) })
      .getByRole('checkbox');

  it('changes sixty tickets at once, and takes it back at once', async () => {
    await at.page.goto('/manage');
    await box('Row 159').click();
    // Sixty rows down, past what fits on the screen.
    await at.page.getByRole('grid').hover();
    const last = box('Row 100');
    while (!(await last.isVisible())) {
      const first = await at.page.getByRole('row').nth(1).innerText();
      await at.page.mouse.wheel(0, 600);
      await at.page.waitForFunction(
        (text) => document.querySelectorAll('[role=grid] tr')[2]?.textContent !== text,
        first,
      );
    }
    await last.click({ modifiers: ['Shift'] });
    await at.page.getByText('60 selected').waitFor();

    const toolbar = at.page.getByRole('toolbar', { name: 'Selected tickets' });
    await toolbar.getByRole('button', { name: 'Status' }).click();
    const answered = at.page.waitForResponse(
      (response) => response.request().postData()?.includes('UpdateTickets') ?? false,
    );
    await at.page.getByRole('menuitem', { name: 'Resolved' }).click();
    await answered;
    expect(await countOf('{ status: [RESOLVED] }')).toBe(60);

    const undone = at.page.waitForResponse(
      (response) => response.request().postData()?.includes('UpdateTickets') ?? false,
    );
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await undone;
    expect(await countOf('{ status: [RESOLVED] }')).toBe(0);
    expect(at.seen.complaints).toEqual([]);
  });

  it('edits every field in its cell, and shows a refusal beside it', async () => {
    const { number } = await createTicket(at.desk, { title: 'To be edited' });
    await at.page.goto('/manage');
    await at.page.getByRole('button', { name: `Title of T-${number}: To be edited. Edit` }).click();
    const field = at.page.getByRole('textbox', { name: `Title of T-${number}` });
    await field.fill('   ');
    await field.press('Enter');
    await at.page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await field.fill('Edited in place');
    await field.press('Enter');
    await at.page.getByRole('button', { name: `Title of T-${number}: Edited in place. Edit` }).waitFor();

    await at.page.getByRole('button', { name: new RegExp(`^Description of T-${number}:`) }).click();
    const area = at.page.getByRole('textbox', { name: `Description of T-${number}` });
    await area.fill('Two\nlines');
    await area.press('Control+Enter');
    await area.waitFor({ state: 'detached' });

    for (const [column, choice] of [
      ['Category', 'Account'],
      ['Priority', 'Critical'],
      ['Status', 'Closed'],
    ]) {
      await at.page.getByRole('button', { name: new RegExp(`^${column} of T-${number}:`) }).click();
      await at.page.getByRole('menuitem', { name: choice }).click();
      await at.page.getByRole('button', { name: `${column} of T-${number}: ${choice}. Change` }).waitFor();
    }
    await at.page.reload();
    await at.page.getByRole('button', { name: `Status of T-${number}: Closed. Change` }).waitFor();
    const { ticket } = await at.desk.query<{ ticket: object }>(
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
    await createTicket(at.desk, { title: 'Goes for good' });
    await at.page.goto('/manage?search=Goes+for+good');
    await box('Goes for good').click();
    await at.page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    const dialog = at.page.getByRole('alertdialog', { name: 'Delete 1 ticket?' });
    await dialog.waitFor();
    expect(
      await dialog.getByRole('button', { name: 'Keep' }).evaluate((button) => button === document.activeElement),
    ).toBe(true);
    await at.page.keyboard.press('Escape');
    expect(await countOf('{ search: "Goes for good" }')).toBe(1);
    await at.page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete 1 ticket' }).click();
    await at.page.getByText('1 ticket deleted').waitFor();
    await at.page.getByText('Nothing matches').waitFor();
    expect(await countOf('{ search: "Goes for good" }')).toBe(0);
  });

  it('is walked by arrow keys and sorted by its heads', async () => {
    await at.page.goto('/manage');
    await at.page
      .getByRole('checkbox', { name: /^Select T-/ })
      .first()
      .focus();
    await at.page.keyboard.press('ArrowRight');
    await at.page.keyboard.press('ArrowRight');
    await at.page.keyboard.press('ArrowDown');
    await at.page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Title of'));
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('textbox', { name: /^Title of T-/ }).waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Title of'));

    await at.page.getByRole('columnheader', { name: 'Created' }).getByRole('button').click();
    await at.page.waitForURL('**/manage?order=created_at');
    await at.page.getByRole('button', { name: /: Row 0\. Edit$/ }).waitFor();
    expect(await at.page.getByRole('columnheader', { name: 'Created' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('exports exactly what is shown', async () => {
    await at.page.goto('/manage?search=Row+12&order=created_at');
    await at.page.getByText('12 tickets').waitFor();
    const download = at.page.waitForEvent('download');
    await at.page.getByRole('link', { name: 'Export CSV' }).click();
    const stream = await (await download).createReadStream();
    const lines = (await text(stream)).trim().split('\n');
    expect(lines).toHaveLength(13);
    expect(lines[1]).toMatch(/Row 12\b/);
    expect(lines.at(-1)).toMatch(/Row 129\b/);
  });

  it('imports a file, and says which rows were wrong and why', async () => {
    await at.page.goto('/manage');
    const rows = [
      'title,description,category',
      'Imported one,First,billing',
      'Imported two,Second,nonsense',
      'Imported three,,general',
      'Imported four,Fourth,account',
    ];
    const chooser = at.page.waitForEvent('filechooser');
    await at.page.getByRole('button', { name: 'Import', exact: true }).click();
    await (await chooser).setFiles({ name: 'october.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    const strip = at.page.getByRole('region', { name: 'Import' });
    await strip.getByText('2 imported, 2 rejected').waitFor();
    await at.page.getByRole('button', { name: /: Imported four\. Edit$/ }).waitFor();
    await strip.getByRole('button', { name: 'See why' }).click();
    const report = at.page.getByRole('dialog', { name: '2 rows of october.csv rejected' });
    await report.waitFor();
    const lines = await report.getByRole('row').allInnerTexts();
    expect(lines[1]).toMatch(/^3\b.*category/s);
    expect(lines[2]).toMatch(/^4\b.*description/s);
    expect(await countOf('{ search: "Imported" }')).toBe(2);
  });
});
