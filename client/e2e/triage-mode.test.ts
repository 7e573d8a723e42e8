import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTicket, createTriagedTicket } from './support/tickets.js';

const night = 30;

interface Standing {
  number: number;
  category: string;
  priority: string;
  status: string;
  isSnoozed: boolean;
  suggestion: { category: { outcome: string }; priority: { outcome: string } } | null;
}

describe('triage mode', () => {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });
  beforeEach(async () => {
    seen = await visit(browser, desk.url);
    page = seen.page;
  });
  afterEach(async () => {
    expect(seen.complaints).toEqual([]);
    await seen.context.close();
  });

  const standings = async () => {
    const { tickets } = await desk.query<{ tickets: { edges: { node: Standing }[] } }>(
      `{ tickets(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) { edges { node { number category priority status
        isSnoozed suggestion { category { outcome } priority { outcome } } } } } }`,
    );
    return tickets.edges.map(({ node }) => node);
  };
  const waiting = async () => {
    const { tickets } = await desk.query<{ tickets: { totalCount: number } }>(
      '{ tickets(filter: { needsTriage: true, snoozed: false }, first: 1) { totalCount } }',
    );
    return tickets.totalCount;
  };
  const until = async (isSo: () => Promise<boolean>) => {
    const deadline = Date.now() + 20_000;
    while (!(await isSo())) if (Date.now() > deadline) throw new Error('It never came to be so.');
  };
  const place = (text: string) => page.getByText(text, { exact: true }).waitFor();

  it(`decides ${night} tickets of a night by ${night} keys, and takes all of them back by as many`, async () => {
    for (let index = 0; index < night; index++) {
      await createTriagedTicket(desk, {
        title: `Charged twice, case ${index}`,
        description: 'You charged me twice in May. Please pay the second one back.',
      });
    }
    const before = await standings();
    await page.goto('/');
    await page
      .getByRole('link', { name: /^Triage/ })
      .first()
      .waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await place(`1 of ${night}`);
    for (let index = 0; index < night; index++) await page.keyboard.press(index % 2 === 0 ? 'a' : 'Enter');
    await page.getByRole('heading', { name: 'That was all' }).waitFor();
    await page.getByText(`${night} tickets in`).waitFor();
    await until(async () => (await waiting()) === 0);
    expect((await standings()).map(({ suggestion }) => suggestion?.category.outcome)).toEqual(
      Array.from({ length: night }, () => 'CONFIRMED'),
    );
    for (let index = 0; index < night; index++) await page.keyboard.press('z');
    await place(`1 of ${night}`);
    await until(async () => (await waiting()) === night);
    await until(async () => JSON.stringify(await standings()) === JSON.stringify(before));
    expect(await standings()).toEqual(before);
  });

  it('decides otherwise by a key and a number, skips, comes back, and says what it did', async () => {
    await createTicket(desk, { title: 'Everything is down', priority: 'CRITICAL' });
    const { number } = (await standings()).at(-1) ?? { number: 0 };
    await page.goto('/triage');
    await page.getByRole('heading', { name: 'Everything is down' }).waitFor();
    await page.keyboard.press('p');
    await page.getByRole('toolbar', { name: 'Priority' }).waitFor();
    await page.keyboard.press('2');
    await page.getByText(`T-${number}: High`).waitFor();
    await until(async () => (await standings()).at(-1)?.priority === 'HIGH');
    await page.keyboard.press('j');
    await place(`3 of ${night + 1}`);
    await page.keyboard.press('k');
    await place(`2 of ${night + 1}`);
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'Everything is down' }).waitFor();
    await until(async () => (await standings()).at(-1)?.priority === 'CRITICAL');
    await page.keyboard.press('h');
    await page.getByRole('toolbar', { name: 'Snooze' }).waitFor();
    await page.keyboard.press('2');
    await until(async () => (await standings()).at(-1)?.isSnoozed === true);
    await page.keyboard.press('!');
    await until(async () => (await standings()).some(({ status }) => status === 'CLOSED'));
    await page.keyboard.press('z');
    await until(async () => (await standings()).every(({ status }) => status === 'OPEN'));
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/');
  });

  it('shows a decision that the desk refused again, and says why', async () => {
    await page.goto('/triage');
    await page.getByRole('heading', { name: 'Charged twice, case 0' }).waitFor();
    const [first] = (await standings()).filter(({ isSnoozed }) => !isSnoozed);
    const id = Buffer.from(`Ticket:${first?.number}`).toString('base64url');
    await desk.query(
      'mutation ($id: ID!) { updateTicket(input: { id: $id, title: "Charged three times" }) { ticket { id } } }',
      {
        id,
      },
    );
    await page.keyboard.press('a');
    await page.getByText(`T-${first?.number}: a colleague changed it meanwhile; look again`).waitFor();
    await page.getByRole('heading', { name: 'Charged three times' }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Charged twice, case 1' }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('heading', { name: 'Charged three times' }).waitFor();
    await until(async () => (await waiting()) === night);
  });

  it('works on a phone: buttons for the thumb, and a finger drawn across', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/triage');
    await page.getByRole('heading', { name: 'Charged three times' }).waitFor();
    for (const button of await page.getByRole('toolbar', { name: 'Decide' }).getByRole('button').all()) {
      if (await button.isVisible()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    const draw = (by: number) =>
      page.getByRole('article').evaluate((article, across) => {
        const touch = (x: number) => new Touch({ identifier: 1, target: article, clientX: x, clientY: 200 });
        const event = (type: string, list: 'touches' | 'changedTouches', x: number) =>
          article.dispatchEvent(new TouchEvent(type, { bubbles: true, [list]: [touch(x)] }));
        event('touchstart', 'touches', 180);
        event('touchend', 'changedTouches', 180 + across);
      }, by);
    await draw(-120);
    await page.getByRole('heading', { name: 'Charged twice, case 1' }).waitFor();
    await draw(120);
    await page.getByRole('heading', { name: 'Charged twice, case 2' }).waitFor();
    await until(async () => (await waiting()) === night - 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'Charged twice, case 1' }).waitFor();
    await until(async () => (await waiting()) === night);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });
});
