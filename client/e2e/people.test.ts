import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { faultsAt } from './support/axe.js';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTickets } from './support/tickets.js';

const password = 'a long walk by the sea';
const shots = process.env.SHOTS;

describe('people', () => {
  let desk: Desk;
  let browser: Browser;
  let directory: string;
  let lea: Visit;
  let tom: Visit;
  let pictures = 0;

  const code = async () => (await readFile(join(directory, 'setup-code'), 'utf8')).trim();
  const picture = async (page: Page, name: string) => {
    if (!shots) return;
    for (const width of [1440, 360])
      for (const theme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({ path: join(shots, `${++pictures}-${name}-${theme}-${width}.png`) });
      }
  };
  /** In both themes. */
  const inspect = async (page: Page, name: string) => {
    await picture(page, name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const faults = [...(await faultsAt(page, 1440)), ...(await faultsAt(page, 360))];
      expect({ name, colorScheme, faults }).toEqual({ name, colorScheme, faults: [] });
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'relaydesk-people-'));
    [desk, browser] = await Promise.all([startDesk({ DATA_DIR: directory }), launch()]);
    await createTickets(desk, [{ title: 'The servers are down' }, { title: 'The invoice is wrong' }]);
    lea = await visit(browser, desk.url);
    tom = await visit(browser, desk.url);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(directory, { recursive: true, force: true });
  });
  // A refused sign-in or password is an answer that the browser counts as an error of its own.
  const unexpected = ({ complaints }: Visit) => complaints.filter((text) => !/status of 40[013]/.test(text));
  afterEach(() => expect([unexpected(lea), unexpected(tom)]).toEqual([[], []]));

  it('an open desk offers to set up the team, and the code of the terminal makes the first administrator', async () => {
    const { page } = lea;
    await page.goto('/settings');
    await page.getByRole('link', { name: 'Set up your team' }).waitFor();
    await page.getByText('the server says SUBMIT=open').waitFor();
    await page.getByText('Nothing called REST without a name').waitFor();
    for (let index = 0; index < 3; index++) await fetch(`${desk.url}/api/tickets/`);
    await inspect(page, 'access-open');
    await page.getByRole('link', { name: 'Set up your team' }).click();
    await page.getByText('Reading and changing tickets needs a sign-in').waitFor();
    await page.getByText('3 requests came through REST without a name in the last 24 hours').waitFor();
    await inspect(page, 'setup');
    await page.getByLabel('Code from the terminal').fill('AAAAA-AAAAA-AAAAA-AAAAA');
    await page.getByLabel('Your name').fill('Lea Brandt');
    await page.getByLabel('E-mail').fill('lea@example.org');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create the team' }).click();
    await page.getByText('The setup code is wrong').waitFor();
    await page.getByLabel('Code from the terminal').fill(await code());
    await page.getByLabel('Make a desk token for them').check();
    await page.getByRole('button', { name: 'Create the team' }).click();
    await page.getByLabel('Desk token').getByText(/^rdk_/).waitFor();
    await inspect(page, 'setup-token');
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByRole('button', { name: 'Lea Brandt' }).waitFor();
    await page.getByRole('link', { name: 'T-1 The servers are down' }).waitFor();
  });

  it('strangers are led to sign-in, may write a request, and are told what is wrong with a password', async () => {
    const { page } = tom;
    await page.goto('/dashboard');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).search).toBe('?to=%2Fdashboard');
    await inspect(page, 'sign-in');
    await page.getByLabel('E-mail').fill('lea@example.org');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
    // Without mail nobody is sent anything.
    expect(await page.getByRole('link', { name: 'Forgot your password?' }).count()).toBe(0);
    await page.goto('/reset');
    await page.getByRole('heading', { name: 'Ask an administrator' }).waitFor();
    await inspect(page, 'reset');
    await page.goto('/new');
    await page.getByRole('heading', { name: 'How can we help?' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await inspect(page, 'public-new');
    await page.getByLabel('Title').fill('My parcel never came');
    await page.getByLabel('Description').fill('It was due on Monday, and nobody knows where it is.');
    await page.getByRole('region', { name: 'Triage suggestion' }).waitFor();
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByRole('heading', { name: 'We have your request' }).waitFor();
  });

  it('an invitation is handed over, and its link signs in a second person elsewhere', async () => {
    const { page } = lea;
    await page.goto('/settings/people');
    await page.getByRole('button', { name: 'Invite' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Tom Berger');
    await dialog.getByLabel('E-mail').fill('tom@example.org');
    await dialog.getByRole('button', { name: 'Make invitation' }).click();
    const link = new URL((await page.getByLabel('Invitation link').textContent()) ?? '');
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await page.getByText('tom@example.org').waitFor();
    await inspect(page, 'people');

    await tom.page.goto(`${link.pathname}${link.hash}`);
    await tom.page.getByRole('heading', { name: 'Welcome to the team' }).waitFor();
    await inspect(tom.page, 'invitation');
    await tom.page.getByLabel('Password').fill('short');
    await tom.page.getByRole('button', { name: 'Join the team' }).click();
    await tom.page.getByRole('alert').filter({ hasText: /10/ }).waitFor();
    await tom.page.getByLabel('Password').fill(password);
    await tom.page.getByRole('button', { name: 'Join the team' }).click();
    await tom.page.getByRole('button', { name: 'Tom Berger' }).waitFor();
  });

  it('of two who claim a ticket one has it, and the other is told who', async () => {
    await Promise.all([lea.page.goto('/tickets/1'), tom.page.goto('/tickets/1')]);
    await Promise.all(
      [lea.page, tom.page].map((page) =>
        page.getByRole('button', { name: 'Assignee of T-1: nobody. Change' }).first().waitFor(),
      ),
    );
    await Promise.all([lea.page, tom.page].map((page) => page.waitForLoadState('networkidle')));
    await Promise.all([lea.page.keyboard.press('i'), tom.page.keyboard.press('i')]);
    const won = (page: Page) =>
      page
        .getByText('T-1 is yours')
        .waitFor()
        .then(() => page);
    const winner = await Promise.any([won(lea.page), won(tom.page)]);
    const [loser, name] = winner === lea.page ? [tom.page, 'Lea Brandt'] : [lea.page, 'Tom Berger'];
    await loser.getByText(`${name} was faster: T-1 is theirs`).waitFor();
    await loser
      .getByRole('button', { name: `Assignee of T-1: ${name}. Change` })
      .first()
      .waitFor();
    await inspect(winner, 'ticket-assigned');
  });

  it('who writes a reply is seen by whoever opens the ticket', async () => {
    await Promise.all([lea.page.goto('/tickets/2'), tom.page.goto('/tickets/2')]);
    await lea.page.getByText('Tom Berger is here').waitFor();
    await tom.page.getByRole('textbox', { name: 'Reply' }).fill('I know this one');
    await lea.page.getByText('Tom Berger is writing a reply').waitFor();
    await picture(lea.page, 'presence');
    await tom.page.getByRole('textbox', { name: 'Reply' }).fill('');
    await lea.page.getByText('Tom Berger is here').waitFor();
  });

  it('a ticket is given to a colleague, and the views follow', async () => {
    const { page } = lea;
    await page.goto('/tickets/2');
    await page.getByRole('button', { name: 'Assignee of T-2: nobody. Change' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Shift+I');
    await page.getByRole('button', { name: 'Tom Berger' }).last().waitFor();
    await inspect(page, 'assign');
    await page.getByRole('dialog').getByRole('button', { name: 'Tom Berger' }).click();
    await page.getByRole('button', { name: 'Assignee of T-2: Tom Berger. Change' }).first().waitFor();
    await tom.page.goto('/');
    await tom.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine' }).click();
    await tom.page.getByRole('link', { name: 'T-2 The invoice is wrong' }).waitFor();
    await inspect(tom.page, 'inbox-people');
  });

  it('a list shows the tickets of any colleague, by name', async () => {
    const { page } = lea;
    await page.goto('/');
    await page.getByRole('link', { name: 'T-2 The invoice is wrong' }).waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'assignee' }).click();
    await page.getByRole('menuitem', { name: 'Somebody else…' }).click();
    await page.getByLabel('Person or team').fill('berg');
    await inspect(page, 'filter-person');
    await page.getByLabel('Person or team').press('Enter');
    const chip = page.getByRole('button', { name: 'Tom Berger', exact: true });
    await chip.waitFor();
    await page.getByRole('link', { name: 'T-2 The invoice is wrong' }).waitFor();
    await page.reload();
    await chip.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Nobody' }).click();
    await page.getByRole('button', { name: 'Nobody', exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('assignee')).toBe('none');
  });

  it('a view is shared with everybody', async () => {
    const { page } = lea;
    await page.goto('/?priority=low');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByLabel('Name').fill('Small things');
    await page.getByLabel('Who sees it').selectOption({ label: 'Everybody on the team' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('link', { name: /^Small things/ }).waitFor();
    await tom.page.goto('/');
    await tom.page.getByRole('link', { name: /^Small things/ }).waitFor();
  });

  it('every part of the settings is free of faults', async () => {
    const { page } = lea;
    await page.goto('/settings/teams');
    await page.getByRole('button', { name: 'New team' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Billing desk');
    await page.getByRole('dialog').getByLabel('Handle').fill('billing');
    await page.getByRole('dialog').getByLabel('Billing', { exact: true }).check();
    await page.getByRole('dialog').getByLabel('Tom Berger').check();
    await inspect(page, 'team-dialog');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('@billing').waitFor();
    await inspect(page, 'teams');
    for (const part of ['profile', 'security', 'tokens', 'canned-replies', 'access', 'desk-tokens', 'mail', 'audit']) {
      await page.goto(`/settings/${part}`);
      await page.getByRole('navigation', { name: 'Settings' }).waitFor();
      await page.waitForLoadState('networkidle');
      await inspect(page, part);
    }
  });

  it('an administrator erases a requester, whose words are gone and whose ticket stays', async () => {
    const { page } = lea;
    await page.goto('/new');
    await page.getByRole('textbox', { name: 'Title' }).fill('Forget me');
    await page.getByRole('textbox', { name: 'Description' }).fill('My private matter.');
    await page.getByRole('textbox', { name: 'Name' }).fill('Ines Ferreira');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ines@example.org');
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByText(/^T-\d+ submitted$/).waitFor();
    await page.goto('/requesters?q=ines');
    await page.getByRole('list', { name: 'Requesters' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByRole('alertdialog').getByText('This cannot be undone.').waitFor();
    await inspect(page, 'erase');
    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    await page.getByText('No requester matches “ines”').waitFor();
    const { body } = await page.evaluate(async () => {
      const query = '{ tickets(first: 1) { edges { node { title description requester { displayName } } } } }';
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return { body: await answer.text() };
    });
    expect(body).not.toMatch(/private|Ines|ines@/);
    expect(body).toContain('"requester":null');
  });

  it('who is deactivated hands over their tickets and is signed out', async () => {
    const { page } = lea;
    await page.goto('/settings/people');
    await page.getByRole('button', { name: 'Actions for Tom Berger' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate…' }).click();
    await page.getByLabel(/^Unfinished tickets/).selectOption({ label: 'Lea Brandt' });
    await inspect(page, 'deactivate');
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('is inactive').waitFor();
    await tom.page.goto('/');
    await tom.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/tickets/2');
    await page.getByRole('button', { name: 'Assignee of T-2: Lea Brandt. Change' }).first().waitFor();
  });
});
