import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visit } from './support/browser.js';
import { createTicket } from './support/tickets.js';
import { visits } from './support/visits.js';

const long = `https://example.com/${'a'.repeat(300)}?token=${'b'.repeat(300)}`;

/** Nothing reaches beyond the window, whether the page scrolls there or cuts it off. */
const widest = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('textarea, input:not([type=file]), h1, h2, main p, [role=dialog]')].map(
        (element) => Math.ceil(element.getBoundingClientRect().right),
      ),
    ),
  );

describe('where there is little room', () => {
  const at = visits();

  it('long words and links widen no field and no page', async () => {
    const { number } = await createTicket(at.desk, { title: 'x'.repeat(200), description: `See ${long}\n\n${long}` });
    for (const width of [360, 1440]) {
      await at.page.setViewportSize({ width, height: 780 });
      await at.page.goto('/new');
      await at.page.getByLabel('Title').fill('y'.repeat(200));
      await at.page.getByLabel('Description').fill(long);
      expect(await widest(at.page)).toBeLessThanOrEqual(width);
      await at.page.goto(`/tickets/${number}`);
      await at.page.getByRole('heading', { name: 'x'.repeat(200) }).waitFor();
      expect(await widest(at.page)).toBeLessThanOrEqual(width);
      await at.page.getByRole('button', { name: 'Edit', exact: true }).click();
      await at.page.getByLabel('Description').waitFor();
      expect(await widest(at.page)).toBeLessThanOrEqual(width);
      await at.page.goto(`/?search=${'z'.repeat(300)}`);
      await at.page.getByText('Nothing matches').waitFor();
      expect(await widest(at.page)).toBeLessThanOrEqual(width);
    }
  });

  it('the order of the list can be reached at 360 px', async () => {
    await createTicket(at.desk, { title: 'Something to order' });
    await at.page.setViewportSize({ width: 360, height: 780 });
    await at.page.goto('/?status=open&priority=medium&category=technical');
    const { x, width } = (await at.page.getByRole('button', { name: /^Order: / }).boundingBox()) ?? {
      x: 999,
      width: 0,
    };
    expect(x + width).toBeLessThanOrEqual(360);
  });

  it('titles stay in view at 400 % zoom', async () => {
    const { number } = await createTicket(at.desk, { title: 'Read at four times the size' });
    await at.page.setViewportSize({ width: 320, height: 256 });
    for (const [path, title] of [
      ['/', at.page.getByRole('link', { name: `T-${number} Read at four times the size` })],
      ['/manage', at.page.getByRole('link', { name: 'Read at four times the size' })],
      [`/tickets/${number}`, at.page.getByRole('heading', { name: 'Read at four times the size' })],
    ] as const) {
      await at.page.goto(path);
      await title.waitFor();
      const isSeen = await title.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
        return there !== null && (element.contains(there) || there.contains(element));
      });
      expect([path, isSeen]).toEqual([path, true]);
    }
  });

  it('a tap selects while tickets are being chosen, and a submission ends in a receipt', async () => {
    const { number } = await createTicket(at.desk, { title: 'To be tapped' });
    const { page, context } = await visit(at.browser, at.desk.url, { width: 390, height: 844, touch: true });
    await page.goto('/');
    const row = page.getByRole('link', { name: `T-${number} To be tapped` });
    await row.waitFor();
    await page.getByRole('button', { name: 'Select', exact: true }).tap();
    await row.tap();
    await page.getByText('1 selected').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');

    await page.goto('/new');
    await page.getByLabel('Title').fill('Sent from a phone');
    await page.getByLabel('Description').fill('Short and to the point.');
    await page.getByRole('button', { name: /^Submit/ }).tap();
    await page.getByRole('link', { name: /^Open T-\d+$/ }).tap();
    await page.getByRole('heading', { name: 'Sent from a phone' }).waitFor();
    await context.close();
  });

  it('says that it submits', async () => {
    await at.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('CreateTicket')) await at.page.getByText('Submitting…').waitFor();
      await route.fallback();
    });
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('Slowly sent');
    await at.page.getByLabel('Description').fill('The line is bad.');
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();
  });

  it('on paper a ticket is there in full, without the navigation', async () => {
    const { number } = await createTicket(at.desk, { title: 'To be printed', description: 'Line.\n\n'.repeat(200) });
    await at.page.goto(`/tickets/${number}`);
    await at.page.getByRole('heading', { name: 'To be printed' }).waitFor();
    await at.page.emulateMedia({ media: 'print' });
    expect(await at.page.getByRole('navigation').count()).toBe(0);
    const height = await at.page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeGreaterThan(3_000);
  });
});
