import { describe, expect, it } from '@jest/globals';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

interface Canned {
  cannedReplies: { edges: { node: { name: string; body: string; sharedWith: string; thenStatus: string | null } }[] };
}

describe('canned replies', () => {
  const at = visits(async () => undefined);
  const dialog = () => at.page.getByRole('dialog');
  const kept = async () => {
    const { cannedReplies } = await at.desk.query<Canned>(
      '{ cannedReplies(first: 9) { edges { node { name body sharedWith thenStatus } } } }',
    );
    return cannedReplies.edges.map(({ node }) => node);
  };

  it('are made with a preview, changed, inserted by palette and by ;, and deleted', async () => {
    await at.page.goto('/settings/canned-replies');
    await at.page.getByText('There are none yet.').waitFor();
    await at.page.getByRole('button', { name: 'New canned reply' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Refund');
    await dialog().getByRole('textbox', { name: 'Text' }).fill('About T-, {{soon}}.');
    await dialog().getByText('{{soon}} is not a placeholder and is sent as is.').waitFor();
    await dialog().getByRole('textbox', { name: 'Text' }).fill('About T-');
    await dialog().getByRole('button', { name: 'Number of the ticket' }).click();
    expect(await dialog().getByRole('textbox', { name: 'Text' }).inputValue()).toBe('About T-{{ticket.number}}');
    await dialog().getByRole('region', { name: 'Preview' }).getByText('1042').waitFor();
    await dialog().getByRole('combobox', { name: 'Then set the status to' }).selectOption('RESOLVED');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await at.page.getByRole('list', { name: 'Shared' }).getByText('then Resolved').waitFor();
    await at.page.getByRole('button', { name: 'Edit Refund' }).click();
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Refund, date known');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await at.page.getByText('Refund, date known').waitFor();
    const canned = {
      name: 'Refund, date known',
      body: 'About T-{{ticket.number}}',
      sharedWith: 'EVERYBODY',
      thenStatus: 'RESOLVED',
    };
    expect(await kept()).toEqual([canned]);

    const { number } = await createTicket(at.desk, { title: 'To be answered' });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: 'To be answered' }).waitFor();
    await at.page.keyboard.press('Control+k');
    await dialog().waitFor();
    await at.page.keyboard.type('canned');
    await at.page.keyboard.press('Enter');
    await at.page
      .getByRole('list', { name: 'Insert' })
      .getByRole('button', { name: /Refund, date known/ })
      .waitFor();
    await at.page.keyboard.press('Enter');
    await at.page.waitForFunction(
      (words) => document.querySelector<HTMLTextAreaElement>('textarea[aria-label=Reply]')?.value === words,
      `About T-${number}`,
    );

    await at.page.goto('/settings/canned-replies');
    await at.page.getByRole('button', { name: 'Delete Refund, date known' }).click();
    await at.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await at.page.getByText('There are none yet.').waitFor();
    expect(await kept()).toEqual([]);
    expect(at.seen.complaints).toEqual([]);
  });
});
