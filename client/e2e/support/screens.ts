/** Every screen of the desk, and when it is there: for axe and for the pictures. */
import type { Page } from 'playwright-core';

interface Screen {
  name: string;
  path: string;
  ready: (page: Page) => Promise<void>;
}

/** `ticket` is the number of one that triage has seen. */
export const screensOf = (ticket: number): Screen[] => [
  {
    name: 'inbox',
    path: '/',
    ready: (page) =>
      page
        .getByRole('link', { name: /^T-\d+ / })
        .first()
        .waitFor(),
  },
  {
    name: 'no-match',
    path: '/?search=nothing+like+this&status=open',
    ready: (page) => page.getByText('Nothing matches both').waitFor(),
  },
  {
    name: 'ticket',
    path: `/tickets/${ticket}`,
    ready: (page) => page.getByRole('region', { name: 'Triage suggestion' }).waitFor(),
  },
  {
    name: 'unknown-ticket',
    path: '/tickets/99999',
    ready: (page) => page.getByText('There is no T-99999').waitFor(),
  },
  {
    name: 'new',
    path: '/new',
    async ready(page) {
      await page.getByLabel('Title').fill('Exports fail and the month-end report is due today');
      await page
        .getByLabel('Description')
        .fill('Every export ends with “job expired”. The whole finance team is blocked.');
      await page.getByRole('region', { name: 'Triage suggestion' }).waitFor();
    },
  },
  {
    name: 'triage',
    path: '/triage',
    ready: (page) => page.getByRole('toolbar', { name: 'Decide' }).waitFor(),
  },
  {
    name: 'dashboard',
    path: '/dashboard',
    ready: (page) => page.getByRole('heading', { name: 'Flow' }).waitFor(),
  },
  {
    name: 'manage',
    path: '/manage',
    async ready(page) {
      await page
        .getByRole('checkbox', { name: /^Select T-/ })
        .nth(1)
        .click();
      await page.getByRole('toolbar').waitFor();
    },
  },
  {
    name: 'import',
    path: '/manage',
    async ready(page) {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      const rows = [
        'Id;title;description;State;Status',
        '1;Lamp;It flickers;Old;New',
        '2;Door;;Old;Archived',
        '3;Key;Lost;New;Open',
      ];
      await (await chooser).setFiles({ name: 'desk.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
      await page.getByText('First rows, as they will be').waitFor();
    },
  },
  {
    name: 'palette',
    path: '/dashboard',
    async ready(page) {
      await page.getByRole('heading', { name: 'Flow' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'rest-reference',
    path: '/api/docs#/tickets/createTicket',
    async ready(page) {
      await page.getByRole('textbox', { name: 'Request body' }).waitFor();
      await page.getByRole('button', { name: 'Execute' }).waitFor();
    },
  },
  {
    name: 'graphql-explorer',
    path: '/graphiql',
    async ready(page) {
      await page.locator('.graphiql-query-editor .CodeMirror-code').getByText('NewestTickets').waitFor();
      await page.locator('.result-window .CodeMirror').waitFor();
    },
  },
  {
    name: 'not-found',
    path: '/nowhere',
    ready: (page) => page.getByText('There is no such page').waitFor(),
  },
];
