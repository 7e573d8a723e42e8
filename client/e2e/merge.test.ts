import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violations } from './support/axe.js';
import { visit } from './support/browser.js';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('merging duplicates', () => {
  const at = visits();
  afterEach(() => expect(at.seen.complaints).toEqual([]));

  let one: { id: string; number: number };
  let two: { id: string; number: number };
  beforeEach(async () => {
    const { tickets } = await at.desk.query<{ tickets: { edges: { node: { id: string } }[] } }>(
      '{ tickets(first: 100, filter: { includeMerged: true }) { edges { node { id } } } }',
    );
    for (const { node } of tickets.edges) {
      await at.desk.query('mutation ($id: ID!) { unmergeTicket(input: { id: $id }) { userErrors { code } } }', node);
    }
    await at.desk.query('mutation ($ids: [ID!]!) { deleteTickets(input: { ids: $ids }) { userErrors { code } } }', {
      ids: tickets.edges.map(({ node }) => node.id),
    });
    one = await createTicket(at.desk, { title: 'The export stops', description: 'It ends with **job expired**.' });
    two = await createTicket(at.desk, { title: 'Exports never finish', description: 'Each export is expired.' });
    await reply(two.id, 'Which export is it?');
  });

  const reply = (ticketId: string, body: string) =>
    at.desk.query('mutation ($input: AddReplyInput!) { addReply(input: $input) { userErrors { code } } }', {
      input: { ticketId, body, holdSeconds: 0 },
    });
  const mergedInto = async (number: number) => {
    const { ticket } = await at.desk.query<{ ticket: { mergedInto: { number: number } | null } }>(
      `{ ticket(number: ${number}) { mergedInto { number } } }`,
    );
    return ticket.mergedInto?.number ?? null;
  };
  const until = async (isSo: () => Promise<boolean>) => {
    const deadline = Date.now() + 20_000;
    while (!(await isSo())) if (Date.now() > deadline) throw new Error('It never came to be so.');
  };
  const dialog = (number: number) => at.page.getByRole('dialog', { name: `T-${number} is a duplicate of…` });

  it('a ticket is merged by its key and a number, shows both conversations in one, and is taken apart where it stands', async () => {
    await at.page.goto(`/tickets/${two.number}`);
    await at.page.getByRole('heading', { name: 'Exports never finish' }).waitFor();
    await at.page.keyboard.press('d');
    const number = dialog(two.number).getByLabel('Number of the ticket that goes on');
    await number.fill(`T-${two.number}`);
    await dialog(two.number).getByText('A ticket cannot be a duplicate of itself.').waitFor();
    await number.fill('T-99999');
    await dialog(two.number).getByText('There is no T-99999.').waitFor();
    await number.fill(`#${one.number}`);
    await dialog(two.number)
      .getByRole('button', { name: /The export stops/ })
      .waitFor();
    await number.press('Enter');
    await at.page.waitForURL(`**/tickets/${one.number}`);
    const said = at.page.getByRole('region', { name: 'Conversation' }).getByText('Which export is it?');
    await said.waitFor();
    await at.page.getByText(`Merged T-${two.number} into this ticket`).waitFor();
    const merged = at.page.getByRole('region', { name: 'Merged tickets' });
    await merged.getByText('Exports never finish').click();
    await merged.getByText('Each export is expired.').waitFor();
    await merged.getByRole('button', { name: `Take T-${two.number} apart` }).click();
    await merged.waitFor({ state: 'detached' });
    await said.waitFor({ state: 'detached' });
    expect(await mergedInto(two.number)).toBeNull();
  });

  it('a merge is taken back from the message that tells of it', async () => {
    await at.page.goto(`/tickets/${two.number}`);
    await at.page.getByRole('button', { name: 'More actions' }).click();
    await at.page.getByRole('menuitem', { name: 'Duplicate of…' }).click();
    await dialog(two.number).getByLabel('Number of the ticket that goes on').fill(String(one.number));
    await dialog(two.number)
      .getByRole('button', { name: /The export stops/ })
      .click();
    await at.page.getByText(`T-${two.number} merged into T-${one.number}`).waitFor();
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await mergedInto(two.number)) === null);
  });

  it('a merged ticket says where it went, leads there, takes no reply, and can be taken apart', async () => {
    await at.desk.query(
      'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { userErrors { message } } }',
      { input: { intoId: one.id, ids: [two.id] } },
    );
    await at.page.goto(`/tickets/${two.number}`);
    const strip = at.page.getByRole('region', { name: 'Merged', exact: true });
    await strip.getByRole('link', { name: `Open T-${one.number}` }).waitFor();
    expect(await at.page.getByPlaceholder(/^Write a/).count()).toBe(0);
    await strip.getByRole('link', { name: `Open T-${one.number}` }).click();
    await at.page.waitForURL(`**/tickets/${one.number}`);
    await at.page.goBack();
    await strip.getByRole('button', { name: 'Take apart' }).click();
    await strip.waitFor({ state: 'detached' });
    expect(await mergedInto(two.number)).toBeNull();
    await at.page.goto('/');
    await at.page.getByText('Exports never finish').first().waitFor();
  });

  it('a duplicate is one decision of triage mode, which Z takes back', async () => {
    const copy = await createTicket(at.desk, {
      title: 'Exports again',
      description: 'Expired again.',
      priority: 'CRITICAL',
    });
    await at.page.goto('/triage');
    await at.page.getByRole('heading', { name: 'Exports again' }).waitFor();
    await at.page.keyboard.press('d');
    await dialog(copy.number).getByLabel('Number of the ticket that goes on').fill(`${one.number}`);
    await dialog(copy.number)
      .getByRole('button', { name: /The export stops/ })
      .waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.getByText(`T-${copy.number}: merged into T-${one.number}`).waitFor();
    await at.page.getByRole('heading', { name: 'The export stops' }).waitFor();
    await until(async () => (await mergedInto(copy.number)) === one.number);
    await at.page.keyboard.press('z');
    await at.page.getByRole('heading', { name: 'Exports again' }).waitFor();
    await until(async () => (await mergedInto(copy.number)) === null);
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing on either ticket or the dialog in the %s theme',
    async (theme) => {
      await at.desk.query(
        'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { userErrors { message } } }',
        { input: { intoId: one.id, ids: [two.id] } },
      );
      const { page, context, complaints } = await visit(at.browser, at.desk.url, { theme });
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/tickets/${two.number}`);
        await page.getByRole('button', { name: 'Take apart' }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.goto(`/tickets/${one.number}`);
        await page.getByRole('region', { name: 'Merged tickets' }).getByText('Exports never finish').click();
        await page.getByRole('button', { name: `Take T-${two.number} apart` }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('d');
        await page
          .getByRole('dialog')
          .getByLabel('Number of the ticket that goes on')
          .fill(`${one.number + 99}`);
        await page
          .getByRole('dialog')
          .getByText(/There is no/)
          .waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
