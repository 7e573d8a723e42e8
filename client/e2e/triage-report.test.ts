import { describe, expect, it } from '@jest/globals';
import { violations } from './support/axe.js';
import type { Desk } from './support/desk.js';
import { visits } from './support/visits.js';

const invoice = {
  title: 'Charged twice',
  description: 'The invoice was charged twice, please refund one of the payments.',
};
const german = { title: 'Doppelt abgebucht', description: 'Meine Karte wurde für dieselbe Rechnung zweimal belastet.' };

/** Submits a ticket; a category of one's own overrides what triage suggests. */
async function submit(desk: Desk, input: object): Promise<string> {
  const { createTicket } = await desk.query<{ createTicket: { ticket: { suggestion: { id: string } } } }>(
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { suggestion { id } } } }',
    { input },
  );
  return createTicket.ticket.suggestion.id;
}

describe('the report of triage', () => {
  const at = visits(async (desk) => {
    const confirmed = await submit(desk, german);
    await desk.query('mutation ($id: ID!) { confirmSuggestion(input: { id: $id }) { userErrors { message } } }', {
      id: confirmed,
    });
    for (let count = 0; count < 5; count++) await submit(desk, { ...invoice, category: 'ACCOUNT' });
    await submit(desk, invoice);
  });
  const row = (panel: string, name: RegExp) =>
    at.page
      .locator('section')
      .filter({ has: at.page.getByRole('heading', { name: panel }) })
      .getByRole('row', { name });

  it('is a page of the dashboard whose figures lead to their tickets', async () => {
    await at.page.goto('/dashboard?days=7');
    await at.page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Triage' }).click();
    await at.page.waitForURL(/\/dashboard\/triage\?days=7$/);
    await at.page.getByRole('listitem').filter({ hasText: 'Reviewed' }).getByText('of 7 with a suggestion').waitFor();
    const correction = at.page.getByRole('listitem').filter({ hasText: 'Category: Billing → Account' });
    await correction.getByText('5 tickets').waitFor();
    await correction.getByText('worth a rule in the rule book').waitFor();
    expect(await correction.getByText('misled by').innerText()).toContain('invoice');
    await correction.getByRole('link').click();
    await at.page.getByText('Billing, category overridden, since', { exact: false }).waitFor();
    expect(await at.page.getByRole('link', { name: /Charged twice/ }).count()).toBe(5);
    expect(at.seen.complaints).toEqual([]);
  });

  it('has the reviewed tickets answered again', async () => {
    await at.page.goto('/dashboard/triage');
    await at.page.getByRole('button', { name: 'Replay', exact: true }).click();
    await at.page
      .getByRole('row', { name: /Local classifier, at the time/ })
      .getByText('1 of 6')
      .waitFor();
    await at.page
      .getByRole('row', { name: /Built-in classifier/ })
      .getByText('1 of 6')
      .waitFor();
    await at.page.getByRole('button', { name: 'Replay again' }).waitFor();
  });

  it('counts by category, and finds what nobody reviewed', async () => {
    await at.page.goto('/dashboard/triage');
    const billing = row('By category', /^Billing/);
    await billing.getByText('1 of 6').waitFor();
    await billing.getByRole('link', { name: '1', exact: true }).click();
    await at.page.getByText('category not reviewed, priority not reviewed', { exact: false }).waitFor();
    expect(await at.page.getByRole('link', { name: /Charged twice/ }).count()).toBe(1);
  });

  it('is free of faults at both widths', async () => {
    for (const width of [1440, 360]) {
      await at.page.setViewportSize({ width, height: 800 });
      await at.page.goto('/dashboard/triage');
      await at.page.getByRole('heading', { name: 'Local classifiers' }).waitFor();
      const overflow = await at.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([width, await violations(at.page), overflow]).toEqual([width, [], 0]);
    }
  });
});
