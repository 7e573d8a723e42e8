import { describe, expect, it } from '@jest/globals';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('whoever waits', () => {
  const at = visits(async () => undefined);
  const panel = (title: string) => at.page.locator('section', { has: at.page.getByRole('heading', { name: title }) });

  it('is on the dashboard, longest first, with the time to a first response', async () => {
    await at.page.goto('/dashboard');
    await at.page.getByText('Nobody waits for the team.').waitFor();
    await at.page.getByText('No first responses in this period.').waitFor();
    const answered = await createTicket(at.desk, { title: 'Answered' });
    for (const title of ['First of those who wait', 'Second of those who wait']) await createTicket(at.desk, { title });
    await at.desk.query('mutation ($input: AddReplyInput!) { addReply(input: $input) { reply { id } } }', {
      input: { ticketId: answered.id, body: 'Here you are.' },
    });
    await at.page.reload();
    await panel('Waiting longest').getByText('2 wait for the team').waitFor();
    const lines = await panel('Waiting longest').getByRole('listitem').allInnerTexts();
    expect(lines.map((line) => /(First|Second) of/.exec(line)?.[1])).toEqual(['First', 'Second']);
    expect(await panel('First response').getByRole('definition').first().innerText()).toMatch(/^\d+ ?min$/);
    for (const width of [360, 1440]) {
      await at.page.setViewportSize({ width, height: 800 });
      expect(await at.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    await panel('Waiting longest').getByRole('link', { name: 'Waiting longest' }).click();
    await at.page.getByRole('link', { name: /First of those/ }).waitFor();
    expect(await at.page.getByRole('link', { name: /Answered/ }).count()).toBe(0);
    expect(at.seen.complaints).toEqual([]);
  });
});
