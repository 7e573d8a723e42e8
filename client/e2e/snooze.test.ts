import { afterEach, describe, expect, it } from '@jest/globals';
import { createTicket, createTickets } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('snoozing', () => {
  const at = visits();
  afterEach(() => expect(at.seen.complaints).toEqual([]));

  const row = (title: string) => at.page.getByRole('link', { name: new RegExp(`^T-\\d+ ${title}$`) });
  const restOf = async (number: number) => {
    const { ticket } = await at.desk.query<{ ticket: { isSnoozed: boolean; snoozedUntil: string | null } }>(
      `{ ticket(number: ${number}) { isSnoozed snoozedUntil } }`,
    );
    return ticket;
  };

  it('takes a ticket out of the inbox by a key, says when it returns, and is undone by Z', async () => {
    const { number } = await createTicket(at.desk, { title: 'The printer hums' });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: 'The printer hums' }).waitFor();
    await at.page.keyboard.press('h');
    await at.page.getByRole('menuitem', { name: /^Until tomorrow/ }).waitFor();
    await at.page.keyboard.press('3');
    await at.page.getByText(/^T-\d+ snoozed until /).waitFor();
    await at.page.getByText(/^Snoozed until .*, or an answer$/).waitFor();
    expect(await restOf(number)).toEqual({ isSnoozed: true, snoozedUntil: expect.any(String) });
    await at.page
      .getByText(/^Snoozed until \d+ \w+, 09:00/)
      .last()
      .waitFor();
    await at.page.keyboard.press('Escape');
    await row('The printer hums').waitFor({ state: 'detached' });
    await at.page
      .getByRole('link', { name: /^Snoozed/ })
      .first()
      .click();
    await row('The printer hums').waitFor();
    await at.page.keyboard.press('z');
    await row('The printer hums').waitFor({ state: 'detached' });
    expect(await restOf(number)).toEqual({ isSnoozed: false, snoozedUntil: null });
  });

  it('wakes a ticket from its page', async () => {
    const { id, number } = await createTicket(at.desk, { title: 'The lamp flickers' });
    await at.desk.query(
      'mutation ($id: ID!) { updateTicket(input: { id: $id, snoozeUntilAnswer: true }) { ticket { id } } }',
      { id },
    );
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByText('Snoozed until they answer').waitFor();
    await at.page.getByRole('button', { name: 'Wake now' }).click();
    await at.page.getByText(`T-${number} woken`).waitFor();
    expect(await restOf(number)).toMatchObject({ isSnoozed: false });
  });

  it('lets all selected tickets rest at once', async () => {
    await createTickets(at.desk, [{ title: 'First of two' }, { title: 'Second of two' }]);
    await at.page.goto('/');
    for (const title of ['First of two', 'Second of two']) {
      const line = at.page.getByRole('row').filter({ has: row(title) });
      await line.hover();
      await line.getByRole('checkbox').click();
    }
    await at.page.keyboard.press('h');
    await at.page.getByRole('menuitem', { name: /^For a week/ }).click();
    await at.page.getByText('2 tickets snoozed until').waitFor();
    for (const title of ['First of two', 'Second of two']) await row(title).waitFor({ state: 'detached' });
  });
});
