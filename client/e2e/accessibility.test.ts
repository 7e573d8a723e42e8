import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from './support/axe.js';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { screensOf } from './support/screens.js';
import { createTickets, createTriagedTicket } from './support/tickets.js';

describe('accessibility', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    const { id } = await createTriagedTicket(desk, {
      title: 'First of all',
      description: 'The invoice of October was **charged twice**.',
    });
    await desk.query('mutation ($input: AddReplyInput!) { addReply(input: $input) { reply { id } } }', {
      input: { ticketId: id, body: 'It is being looked into.' },
    });
    await desk.query('mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }', {
      input: { ticketId: id, body: 'Known since **yesterday**.' },
    });
    await createTickets(
      desk,
      Array.from({ length: 60 }, (_, index) => ({ title: `Ticket ${index}` })),
    );
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const themes = ['light', 'dark'] as const;
  const widths = [1440, 360];
  const cases = screensOf(1).flatMap((screen) => themes.map((theme) => ({ screen, theme })));

  it.each(cases)('axe finds nothing on $screen.name in the $theme theme', async ({ screen, theme }) => {
    const { page, context, complaints } = await visit(browser, desk.url, { theme });
    await page.goto(screen.path);
    await screen.ready(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  const states = {
    received: null,
    'in progress': 'IN_PROGRESS',
    resolved: 'RESOLVED',
    'that does not work': null,
  } as const;
  const requests = (Object.keys(states) as (keyof typeof states)[]).flatMap((state) =>
    themes.map((theme) => ({ state, theme })),
  );

  it.each(requests)('axe finds nothing on a requester’s page $state in the $theme theme', async ({ state, theme }) => {
    type Made = { createTicket: { ticket: { id: string }; requestUrl: string } };
    const { createTicket } = await desk.query<Made>(
      `mutation { createTicket(input: { title: "Charged twice", description: "On the **1st** and the 3rd.",
        requester: { name: "Mara Lind" } }) { ticket { id } requestUrl } }`,
    );
    const input = {
      ticketId: createTicket.ticket.id,
      body: 'Which invoice?',
      holdSeconds: 0,
      thenStatus: states[state],
    };
    await desk.query('mutation ($input: AddReplyInput!) { addReply(input: $input) { reply { id } } }', { input });
    const isGood = state !== 'that does not work';
    const { page, context, complaints } = await visit(browser, desk.url, { theme });
    await page.goto(isGood ? `/r${new URL(createTicket.requestUrl).hash}` : '/r#changed');
    await page.getByRole('heading', { name: isGood ? 'Charged twice' : 'This link does not work' }).waitFor();
    if (isGood) await page.getByText('Which invoice?').waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    // A refusal stands on the browser's own console.
    expect(complaints.filter((complaint) => !complaint.includes('403'))).toEqual([]);
    await context.close();
  });
});
