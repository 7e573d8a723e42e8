import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTickets } from './support/tickets.js';

/** Half of what a fingertip needs, less the edge. */
const REACH = 21;

describe('on a telephone', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await createTickets(desk, [{ title: 'First' }, { title: 'Second' }, { title: 'Third' }]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it('the values of a filter are offered on the screen, not beside it', async () => {
    const { page, context } = await visit(browser, desk.url, { width: 360, height: 780, touch: true });
    await page.goto('/');
    await page.getByRole('button', { name: 'Filter', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'Priority' }).tap();
    const choice = page.getByRole('menuitemcheckbox', { name: 'Critical' });
    await choice.waitFor();
    const { x, width } = (await choice.boundingBox()) ?? { x: -1, width: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await choice.tap();
    await page.waitForURL('**/?status=open&status=in_progress&priority=critical&snoozed=no');
    await context.close();
  });

  it('rows of the inbox are chosen by finger and changed together', async () => {
    const { page, context, complaints } = await visit(browser, desk.url, { width: 390, height: 844, touch: true });
    await page.goto('/');
    await page.getByRole('link', { name: 'T-3 Third' }).waitFor();
    const box = (number: number) => page.getByRole('checkbox', { name: `Select T-${number}` });
    const tapBeside = async (target: Locator, x: number, y: number) => {
      const { x: left, y: top, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.touchscreen.tap(left + width / 2 + x, top + height / 2 + y);
    };
    expect(await box(3).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Select', exact: true }).tap();
    await tapBeside(box(3), REACH, -REACH);
    await tapBeside(box(2), -REACH, REACH);
    await page.getByText('2 selected').waitFor();
    expect(await Promise.all([1, 2, 3].map((number) => box(number).isChecked()))).toEqual([false, true, true]);

    await page.getByRole('toolbar').getByRole('button', { name: 'Status' }).tap();
    await page.getByRole('menuitem', { name: 'Resolved' }).tap();
    await page.getByText('2 tickets changed').waitFor();
    expect(await box(3).isVisible()).toBe(false);
    const { tickets } = await desk.query<{ tickets: { edges: { node: { number: number } }[] } }>(
      '{ tickets(filter: { status: [RESOLVED] }) { edges { node { number } } } }',
    );
    expect(tickets.edges.map(({ node }) => node.number)).toEqual([3, 2]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
