import { afterEach, describe, expect, it } from '@jest/globals';
import { createTickets } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('what filters hold', () => {
  const at = visits(async (desk) => {
    await createTickets(desk, [
      { title: 'The servers are down', priority: 'CRITICAL' },
      { title: 'The invoice is wrong', priority: 'HIGH', category: 'BILLING' },
      { title: 'The colour is off', priority: 'LOW' },
    ]);
  });
  afterEach(() => expect(at.seen.complaints).toEqual([]));

  const navigation = () => at.page.getByRole('navigation', { name: 'Main' });

  it('stands beside each saved view, and follows a change', async () => {
    await at.page.goto('/');
    await navigation().getByRole('link', { name: 'Urgent and untouched 2' }).waitFor();
    await navigation().getByRole('link', { name: 'Money questions 1' }).waitFor();
    await at.page.getByRole('link', { name: 'T-1 The servers are down' }).hover();
    await at.page
      .getByRole('row')
      .filter({ hasText: 'The servers are down' })
      .getByRole('button', { name: 'Start' })
      .click();
    await navigation().getByRole('link', { name: 'Urgent and untouched 1' }).waitFor();
    await at.page.keyboard.press('z');
    await navigation().getByRole('link', { name: 'Urgent and untouched 2' }).waitFor();
  });

  it('stands beside a view from the moment it is saved', async () => {
    await at.page.goto('/?priority=low');
    await at.page.getByRole('button', { name: 'Save view' }).click();
    await at.page.getByLabel('Name').fill('Small things');
    await at.page.getByRole('button', { name: 'Save', exact: true }).click();
    await navigation().getByRole('link', { name: 'Small things 1' }).waitFor();
  });

  it('is told where nothing matches: what each filter keeps out, and only those worth dropping', async () => {
    await at.page.goto('/?search=servers&priority=low');
    await at.page.getByText('Without the search there is 1 ticket, without the priority there is 1 ticket.').waitFor();
    await at.page.goto('/?search=nowhere&priority=low');
    await at.page.getByText('Without the search there is 1 ticket.').waitFor();
    expect(await at.page.getByRole('button', { name: 'Drop priority only' }).count()).toBe(0);
    await at.page.getByRole('button', { name: 'Drop search only' }).click();
    await at.page.getByRole('link', { name: 'T-3 The colour is off' }).waitFor();
  });
});
