import { afterEach, describe, expect, it } from '@jest/globals';
import { createTicket, createTriagedTicket } from './support/tickets.js';
import { until } from './support/until.js';
import { visits } from './support/visits.js';

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
  const at = visits();
  afterEach(() => expect(at.seen.complaints).toEqual([]));

  const standings = async () => {
    const { tickets } = await at.desk.query<{ tickets: { edges: { node: Standing }[] } }>(
      `{ tickets(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) { edges { node { number category priority status
        isSnoozed suggestion { category { outcome } priority { outcome } } } } } }`,
    );
    return tickets.edges.map(({ node }) => node);
  };
  const waiting = async () => {
    const { tickets } = await at.desk.query<{ tickets: { totalCount: number } }>(
      '{ tickets(filter: { needsTriage: true, snoozed: false }, first: 1) { totalCount } }',
    );
    return tickets.totalCount;
  };
  const place = (text: string) => at.page.getByText(text, { exact: true }).waitFor();

  it(`decides ${night} tickets of a night by ${night} keys, and takes all of them back by as many`, async () => {
    for (let index = 0; index < night; index++) {
      await createTriagedTicket(at.desk, {
        title: `Charged twice, case ${index}`,
        description: 'You charged me twice in May. Please pay the second one back.',
      });
    }
    const before = await standings();
    await at.page.goto('/');
    await at.page
      .getByRole('link', { name: /^Triage/ })
      .first()
      .waitFor();
    await at.page.keyboard.press('g');
    await at.page.keyboard.press('t');
    await place(`1 of ${night}`);
    for (let index = 0; index < night; index++) await at.page.keyboard.press(index % 2 === 0 ? 'a' : 'Enter');
    await at.page.getByRole('heading', { name: 'That was all' }).waitFor();
    await at.page.getByText(`${night} tickets in`).waitFor();
    await until(async () => (await waiting()) === 0);
    expect((await standings()).map(({ suggestion }) => suggestion?.category.outcome)).toEqual(
      Array.from({ length: night }, () => 'CONFIRMED'),
    );
    for (let index = 0; index < night; index++) await at.page.keyboard.press('z');
    await place(`1 of ${night}`);
    await until(async () => (await waiting()) === night);
    await until(async () => JSON.stringify(await standings()) === JSON.stringify(before));
    expect(await standings()).toEqual(before);
  });

  it('decides otherwise by a key and a number, skips, comes back, and says what it did', async () => {
    await createTicket(at.desk, { title: 'Everything is down', priority: 'CRITICAL' });
    const { number } = (await standings()).at(-1) ?? { number: 0 };
    await at.page.goto('/triage');
    await at.page.getByRole('heading', { name: 'Everything is down' }).waitFor();
    await at.page.keyboard.press('p');
    await at.page.getByRole('toolbar', { name: 'Priority' }).waitFor();
    await at.page.keyboard.press('2');
    await at.page.getByText(`T-${number}: High`).waitFor();
    await until(async () => (await standings()).at(-1)?.priority === 'HIGH');
    await at.page.keyboard.press('j');
    await place(`3 of ${night + 1}`);
    await at.page.keyboard.press('k');
    await place(`2 of ${night + 1}`);
    await at.page.keyboard.press('z');
    await at.page.getByRole('heading', { name: 'Everything is down' }).waitFor();
    await until(async () => (await standings()).at(-1)?.priority === 'CRITICAL');
    await at.page.keyboard.press('h');
    await at.page.getByRole('toolbar', { name: 'Snooze' }).waitFor();
    await at.page.keyboard.press('2');
    await until(async () => (await standings()).at(-1)?.isSnoozed === true);
    await at.page.keyboard.press('!');
    await until(async () => (await standings()).some(({ status }) => status === 'CLOSED'));
    await at.page.keyboard.press('z');
    await until(async () => (await standings()).every(({ status }) => status === 'OPEN'));
    await at.page.keyboard.press('Escape');
    await at.page.waitForURL((url) => url.pathname === '/');
  });

  it('shows a decision that the desk refused again, and says why', async () => {
    await at.page.goto('/triage');
    await at.page.getByRole('heading', { name: 'Charged twice, case 0' }).waitFor();
    const [first] = (await standings()).filter(({ isSnoozed }) => !isSnoozed);
    const id = Buffer.from(`Ticket:${first?.number}`).toString('base64url');
    await at.desk.query(
      'mutation ($id: ID!) { updateTicket(input: { id: $id, title: "Charged three times" }) { ticket { id } } }',
      {
        id,
      },
    );
    await at.page.keyboard.press('a');
    await at.page.getByText(`T-${first?.number}: a colleague changed it meanwhile; look again`).waitFor();
    await at.page.getByRole('heading', { name: 'Charged three times' }).waitFor();
    await at.page.keyboard.press('a');
    await at.page.getByRole('heading', { name: 'Charged twice, case 1' }).waitFor();
    await at.page.keyboard.press('z');
    await at.page.getByRole('heading', { name: 'Charged three times' }).waitFor();
    await until(async () => (await waiting()) === night);
  });

  it('works on a phone: buttons for the thumb, and a finger drawn across', async () => {
    await at.page.setViewportSize({ width: 360, height: 740 });
    await at.page.goto('/triage');
    await at.page.getByRole('heading', { name: 'Charged three times' }).waitFor();
    for (const button of await at.page.getByRole('toolbar', { name: 'Decide' }).getByRole('button').all()) {
      if (await button.isVisible()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    const draw = (by: number) =>
      at.page.getByRole('article').evaluate((article, across) => {
        const touch = (x: number) => new Touch({ identifier: 1, target: article, clientX: x, clientY: 200 });
        const event = (type: string, list: 'touches' | 'changedTouches', x: number) =>
          article.dispatchEvent(new TouchEvent(type, { bubbles: true, [list]: [touch(x)] }));
        event('touchstart', 'touches', 180);
        event('touchend', 'changedTouches', 180 + across);
      }, by);
    await draw(-120);
    await at.page.getByRole('heading', { name: 'Charged twice, case 1' }).waitFor();
    await draw(120);
    await at.page.getByRole('heading', { name: 'Charged twice, case 2' }).waitFor();
    await until(async () => (await waiting()) === night - 1);
    await at.page.getByRole('button', { name: 'Undo' }).click();
    await at.page.getByRole('heading', { name: 'Charged twice, case 1' }).waitFor();
    await until(async () => (await waiting()) === night);
    expect(await at.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });
});
