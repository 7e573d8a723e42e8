import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violations } from './support/axe.js';
import { visit } from './support/browser.js';
import { createTicket } from './support/tickets.js';
import { until } from './support/until.js';
import { visits } from './support/visits.js';

describe('an incident', () => {
  const at = visits();
  afterEach(() => expect(at.seen.complaints).toEqual([]));

  let outage: { id: string; number: number };
  let one: { id: string; number: number };
  let two: { id: string; number: number };
  beforeEach(async () => {
    outage = await createTicket(at.desk, { title: 'All exports fail', description: 'Each ends with job expired.' });
    one = await createTicket(at.desk, { title: 'The export is empty', description: 'It says job expired.' });
    two = await createTicket(at.desk, { title: 'My export stops', description: 'It does not finish.' });
  });

  const group = (...tickets: { id: string }[]) =>
    at.desk.query('mutation ($input: SetIncidentInput!) { setIncident(input: $input) { userErrors { message } } }', {
      input: { incidentId: outage.id, ticketIds: tickets.map(({ id }) => id) },
    });

  it('gains a ticket from either side, answers all of them at once, and lets one go', async () => {
    await at.page.goto(`/tickets/${one.number}`);
    await at.page.getByRole('button', { name: 'More actions' }).click();
    await at.page.getByRole('menuitem', { name: 'Add to an incident…' }).click();
    await at.page.getByLabel('Number of the incident').fill(`T-${outage.number}`);
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: /All exports fail/ })
      .click();
    const strip = at.page.getByRole('region', { name: 'Incident' });
    await strip.getByRole('link', { name: `Part of incident T-${outage.number}` }).click();
    await at.page.waitForURL(`**/tickets/${outage.number}`);
    const section = at.page.getByRole('region', { name: 'Incident · 1 ticket' });
    await section.getByRole('button', { name: 'Add a ticket' }).click();
    await at.page.getByLabel('Number of the ticket to add').fill(String(two.number));
    await at.page
      .getByRole('dialog')
      .getByRole('button', { name: /My export stops/ })
      .click();
    await at.page.getByRole('region', { name: 'Incident · 2 tickets' }).waitFor();
    await at.page.getByPlaceholder(/^Write a reply/).fill('It is mended.');
    await at.page.getByLabel('Send to all 3 tickets').check();
    await at.page.getByRole('button', { name: 'Reply and resolve' }).click();
    await at.page.getByRole('alertdialog').getByRole('button', { name: 'Send to 3 tickets' }).click();
    await at.page.getByText('Sent to 3 tickets.').waitFor();
    const { tickets } = await at.desk.query<{
      tickets: { edges: { node: { status: string; messageCount: number } }[] };
    }>('query ($id: ID!) { tickets(filter: { incidentId: $id }) { edges { node { status messageCount } } } }', outage);
    expect(tickets.edges.map(({ node }) => node)).toEqual([
      { status: 'RESOLVED', messageCount: 2 },
      { status: 'RESOLVED', messageCount: 2 },
    ]);
    await at.page.getByRole('button', { name: `Remove T-${two.number}` }).click();
    await at.page.getByRole('region', { name: 'Incident · 1 ticket' }).waitFor();
  });

  it('resolves all of its tickets', async () => {
    await group(one, two);
    await at.page.goto(`/tickets/${outage.number}`);
    await at.page.getByRole('button', { name: 'Resolve all' }).click();
    await at.page.getByRole('button', { name: 'Resolve all' }).waitFor({ state: 'detached' });
    const finished = async () => {
      const { tickets } = await at.desk.query<{ tickets: { totalCount: number } }>(
        'query ($id: ID!) { tickets(filter: { incidentId: $id, status: [RESOLVED] }) { totalCount } }',
        outage,
      );
      return tickets.totalCount;
    };
    const deadline = Date.now() + 20_000;
    while ((await finished()) < 2) if (Date.now() > deadline) throw new Error('They were never resolved.');
  });

  it.each(['light', 'dark'] as const)('axe finds nothing on either ticket in the %s theme', async (theme) => {
    await group(one, two);
    const { page, context, complaints } = await visit(at.browser, at.desk.url, { theme });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const { number } of [one, outage]) {
        await page.goto(`/tickets/${number}`);
        await page.getByRole('region', { name: /^Incident/ }).waitFor();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is proposed where many tell of the same at once, made in one press and undone', async () => {
    const texts = [
      'The shipping label has no barcode.',
      'No barcode on any shipping label.',
      'The barcode is missing on the shipping label.',
      'A shipping label without its barcode.',
      'Our shipping label lost the barcode.',
    ];
    let last = 0;
    for (const description of texts) last = (await createTicket(at.desk, { title: 'Barcode', description })).number;
    type Answer = { ticket: { incidentProposal: { tickets: unknown[] } | null } };
    const query = `{ ticket(number: ${last}) { incidentProposal { tickets { id } } } }`;
    await until(async () => (await at.desk.query<Answer>(query)).ticket.incidentProposal !== null);
    await at.page.goto(`/tickets/${last}`);
    const proposed = at.page.getByRole('region', { name: /tickets like this within a minute/ });
    await proposed.waitFor();
    expect(await violations(at.page)).toEqual([]);
    await proposed.getByRole('button', { name: 'Group as an incident' }).click();
    await at.page.getByRole('region', { name: 'Incident', exact: true }).waitFor();
    await proposed.waitFor({ state: 'detached' });
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await proposed.waitFor();
  });
});
