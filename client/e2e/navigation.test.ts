import { describe, expect, it } from '@jest/globals';
import { createTickets } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('finding one’s way', () => {
  const at = visits(async (desk) => {
    await createTickets(
      desk,
      Array.from({ length: 80 }, (_, index) => ({ title: `Ticket ${index}`, description: `Matter ${index}.` })),
    );
  });

  const ticketLink = (title: string) => at.page.getByRole('link', { name: new RegExp(`^T-\\d+ ${title}$`) });

  it('goes back through every place that was visited', async () => {
    await at.page.goto('/?search=matter');
    await at.page.getByText('80 tickets').waitFor();
    await ticketLink('Ticket 75').click();
    await at.page.getByRole('heading', { name: 'Ticket 75' }).waitFor();
    await at.page.getByRole('link', { name: 'Dashboard' }).click();
    await at.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await at.page.getByRole('link', { name: 'Manage' }).click();
    await at.page.getByRole('heading', { name: 'Manage' }).waitFor();
    await at.page.goBack();
    await at.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
    await at.page.goBack();
    await at.page.getByRole('heading', { name: 'Ticket 75' }).waitFor();
    await at.page.goBack();
    await at.page.getByText('80 tickets').waitFor();
    expect(at.page.url()).toBe(`${at.desk.url}/?search=matter`);
  });

  it('returns from a ticket to the same place in the list', async () => {
    await at.page.setViewportSize({ width: 360, height: 780 });
    await at.page.goto('/');
    const grid = at.page.getByRole('grid', { name: 'Tickets' });
    await ticketLink('Ticket 79').waitFor();
    await grid.hover();
    while (!(await ticketLink('Ticket 45').isVisible())) {
      const last = await grid.getByRole('link').last().getAttribute('aria-label');
      await at.page.mouse.wheel(0, 300);
      await at.page.waitForFunction(
        (before) => [...document.querySelectorAll('[role=grid] [role=row] a')].at(-1)?.ariaLabel !== before,
        last,
      );
    }
    await ticketLink('Ticket 45').click();
    await at.page.getByRole('heading', { name: 'Ticket 45' }).waitFor();
    await at.page.goBack();
    await at.page.waitForURL('**/');
    await ticketLink('Ticket 45').waitFor();
    expect(await ticketLink('Ticket 79').count()).toBe(0);
  });

  it('says which ticket does not exist, in the title too, and keeps the navigation', async () => {
    await at.page.goto('/tickets/99999');
    await at.page.getByText('There is no T-99999').waitFor();
    expect(await at.page.title()).toMatch(/T-99999|not found/i);
    await at.page.getByRole('link', { name: 'Dashboard' }).click();
    await at.page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  });

  it('gives every page a title of its own', async () => {
    const titles: string[] = [];
    for (const path of ['/', '/tickets/1', '/new', '/dashboard', '/manage', '/nowhere', '/graphiql']) {
      await at.page.goto(path);
      await at.page.waitForFunction((known) => !known.includes(document.title), [...titles, '', 'Relaydesk']);
      titles.push(await at.page.title());
    }
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says once that the desk cannot be reached, and catches up when it can', async () => {
    await at.page.goto('/');
    await ticketLink('Ticket 79').waitFor();
    await at.seen.context.setOffline(true);
    const notice = at.page.getByRole('status').filter({ hasText: 'Offline' });
    await notice.waitFor();
    await createTickets(at.desk, [{ title: 'Made meanwhile' }]);
    await at.seen.context.setOffline(false);
    await notice.waitFor({ state: 'detached' });
    await ticketLink('Made meanwhile').waitFor();
  });
});
