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
      // The choice is shown before it is kept, and a page that is left keeps nothing more.
      const kept = at.page.waitForResponse(
        (response) => response.request().postData()?.includes('mutation UpdateTicket') ?? false,
      );
      await at.page.getByRole('menuitem', { name: choice }).click();
      await at.page.getByRole('button', { name: `${column} of T-${number}: ${choice}. Change` }).waitFor();
      await kept;
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

  const chooseFile = async (name: string, lines: readonly string[]) => {
    await at.page.goto('/manage');
    const chooser = at.page.waitForEvent('filechooser');
    await at.page.getByRole('button', { name: 'Import', exact: true }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    const dialog = at.page.getByRole('dialog', { name: `Import ${name}` });
    await dialog.waitFor();
    return dialog;
  };
  const strip = () => at.page.getByRole('region', { name: 'Import' });

  it('imports a file, and says which rows were wrong and why', async () => {
    const dialog = await chooseFile('october.csv', [
      'title,description,category',
      'Imported one,First,billing',
      'Imported two,Second,nonsense',
      'Imported three,,general',
      'Imported four,Fourth,account',
    ]);
    await dialog.getByText('Choose what “nonsense” mean').waitFor();
    expect(await countOf('{ search: "Imported" }')).toBe(0);
    await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
    await strip().getByText('2 imported, 2 rejected').waitFor();
    await at.page.getByRole('button', { name: /: Imported four\. Edit$/ }).waitFor();
    await strip().getByRole('button', { name: 'See why' }).click();
    const report = at.page.getByRole('dialog', { name: '2 rows of october.csv rejected' });
    await report.waitFor();
    const lines = await report.getByRole('row').allInnerTexts();
    expect(lines[1]).toMatch(/^3\b.*category/s);
    expect(lines[2]).toMatch(/^4\b.*description/s);
    const download = at.page.waitForEvent('download');
    await report.getByRole('button', { name: 'Save rejected rows' }).click();
    const saved = await text(await (await download).createReadStream());
    expect(saved.replace('\uFEFF', '')).toBe(
      'title,description,category\nImported two,Second,nonsense\nImported three,,general\n',
    );
    expect(await countOf('{ search: "Imported" }')).toBe(2);
  });

  const helpdesk = [
    'Ticket ID;Betreff;Details;Comment;State;Urgency;Opened;Floor',
    '4711;Mapped badge reader;At the back door;x;New;P1;03/02/2026 09:12;2',
    '4712;Mapped rota;Add Elif;y;Solved;P3;03/02/2026 09:40;1',
    '4713;Mapped invoice;Wrong name;;Archived;P3;04/02/2026 11:05;',
  ];

  it('keeps what it showed where a preview breaks off, and goes on with the next', async () => {
    const dialog = await chooseFile('helpdesk.csv', helpdesk);
    await dialog.getByText('No column is the description.').waitFor();
    const place = '**/api/tickets/import/preview/**';
    await at.page.route(place, (route) => route.fulfill({ contentType: 'application/json', body: '{"counts":' }));
    await dialog.getByRole('combobox', { name: 'Betreff becomes' }).selectOption('Title');
    await dialog.getByText('The desk cannot be reached.').waitFor();
    await at.page.unroute(place);
    await dialog.getByRole('combobox', { name: 'Details becomes' }).selectOption('Description');
    await dialog.getByRole('cell', { name: 'Mapped badge reader' }).waitFor();
    await dialog.getByText('The desk cannot be reached.').waitFor({ state: 'detached' });
  });

  it('maps columns, values and times by keyboard, and shows what comes of it before anything is written', async () => {
    const dialog = await chooseFile('helpdesk.csv', helpdesk);
    await dialog.getByText('No column is the description.').waitFor();
    expect(await dialog.getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
    const choose = async (name: string, option: string) => {
      const list = dialog.getByRole('combobox', { name });
      await list.focus();
      await list.selectOption(option);
    };
    for (const [column, field] of [
      ...[['Ticket ID', 'External id'] as const, ['Betreff', 'Title'] as const, ['Details', 'Description'] as const],
      ...[['State', 'Status'] as const, ['Urgency', 'Priority'] as const, ['Opened', 'Created'] as const],
    ]) {
      await choose(`${column} becomes`, field);
      await dialog.getByRole('combobox', { name: `${column} becomes` }).waitFor();
    }
    await choose('Times', 'Day before month');
    await dialog.getByRole('region', { name: 'Values of Status' }).getByText('3 to choose').waitFor();
    for (const [value, ours] of [
      ['Status New means', 'Open'],
      ['Status Solved means', 'Resolved'],
      ['Status Archived means', 'Closed'],
      ['Priority P1 means', 'Critical'],
      ['Priority P3 means', 'Low'],
    ] as const)
      await choose(value, ours);
    await dialog.getByRole('cell', { name: 'Critical' }).waitFor();
    const row = await dialog.getByRole('row', { name: /Mapped badge reader/ }).innerText();
    expect(row).toMatch(/4711.*At the back door.*Open.*Critical.*3 Feb 2026|Feb 3, 2026/s);
    expect(await countOf('{ search: "Mapped" }')).toBe(0);

    await at.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await at.page.waitForFunction(() => document.activeElement?.textContent === 'Import');
    expect(await countOf('{ search: "Mapped" }')).toBe(0);
  });

  it('knows the export of another tracker, and imports it as previewed', async () => {
    const dialog = await chooseFile('zendesk.csv', [
      'Id,Requester,Status,Priority,Created at,Solved at,Subject,Description',
      '1,Mara,Solved,Normal,2026-02-19 10:11,2026-02-20 9:00,Tracked twice,Charged',
      '2,Ole,Pending,-,2026-02-19 10:12,-,Tracked login,Expired',
    ]);
    expect(await dialog.getByRole('combobox', { name: 'Exported from' }).inputValue()).toBe('zendesk');
    await dialog.getByRole('button', { name: 'Import 2 rows' }).click();
    await strip().getByText('2 imported, 0 rejected').waitFor();
    expect(await countOf('{ search: "Tracked", status: [RESOLVED, IN_PROGRESS] }')).toBe(2);
  });

  it('says in red that a file has no row, and lets nothing be imported', async () => {
    const dialog = await chooseFile('empty.csv', ['title,description']);
    await dialog.getByRole('alert').filter({ hasText: 'There is no row below the header.' }).waitFor();
    expect(await dialog.getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
  });
});
