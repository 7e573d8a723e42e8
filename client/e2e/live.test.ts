import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTickets } from './support/tickets.js';

/** What others do is shown as it happens. No poll comes within the time that these wait. */
describe('two people at one desk', () => {
  let desk: Desk;
  let browser: Browser;
  let lea: Visit;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await createTickets(desk, [{ title: 'The first' }, { title: 'The second' }]);
    lea = await visit(browser, desk.url);
    await lea.page.setViewportSize({ width: 1440, height: 900 });
    await lea.page.goto('/');
    await lea.page.getByText('Live', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it('see a new ticket at once', async () => {
    await createTickets(desk, [{ title: 'Somebody else’s' }]);
    await lea.page.getByText('Somebody else’s').waitFor({ timeout: 5_000 });
  });

  it('see it wait while they are at work in the list, until they ask for it', async () => {
    await lea.page.keyboard.press('j');
    await lea.page.keyboard.press('j');
    await createTickets(desk, [{ title: 'In the way' }]);
    const button = lea.page.getByRole('button', { name: '1 new' });
    await button.waitFor({ timeout: 5_000 });
    expect(await lea.page.getByText('In the way').count()).toBe(0);
    await button.click();
    await lea.page.getByText('In the way').waitFor();
    await button.waitFor({ state: 'detached' });
  });

  it('read a reply, a note and a change on the open ticket', async () => {
    await lea.page.goto('/tickets/1');
    await lea.page.getByText('Live', { exact: true }).waitFor();
    const id = Buffer.from('Ticket:1').toString('base64url');
    await desk.query(
      'mutation ($id: ID!) { addReply(input: { ticketId: $id, body: "An answer from elsewhere" }) { reply { id } } }',
      { id },
    );
    await lea.page.getByText('An answer from elsewhere').first().waitFor({ timeout: 5_000 });
    await desk.query('mutation ($id: ID!) { updateTicket(input: { id: $id, status: RESOLVED }) { ticket { id } } }', {
      id,
    });
    await lea.page
      .getByRole('button', { name: /Status.*Resolved/ })
      .first()
      .waitFor({ timeout: 5_000 });
  });

  it('follow a subscription in the explorer', async () => {
    const { viewer } = await desk.query<{ viewer: { liveCursor: string } }>('{ viewer { liveCursor } }');
    await createTickets(desk, [{ title: 'Told to the explorer' }]);
    const query = `subscription { ticketChanges(after: "${viewer.liveCursor}") { kind ticketEdge { node { title } } } }`;
    await lea.page.goto(`/graphiql?query=${encodeURIComponent(query)}`);
    await lea.page.locator('.result-window .CodeMirror').waitFor();
    await lea.page.locator('.graphiql-query-editor').getByText('ticketChanges').first().waitFor();
    await lea.page.getByRole('button', { name: /^Execute query/ }).click();
    await lea.page.locator('.result-window').getByText('"ADDED"').waitFor();
    await lea.page.locator('.result-window').getByText('Told to the explorer').waitFor();
  });

  it('catch up after the desk was away, without loading the page again', async () => {
    await lea.page.goto('/');
    await lea.page.getByText('Live', { exact: true }).waitFor();
    await desk.kill();
    await lea.page.getByText('Not live').waitFor();
    await desk.restart();
    await createTickets(desk, [{ title: 'While away' }]);
    await lea.page.getByText('Live', { exact: true }).waitFor({ timeout: 20_000 });
    await lea.page.getByText('While away').waitFor({ timeout: 5_000 });
  });

  it('are told where sockets are blocked, and still see what changes', async () => {
    const blocked = await visit(browser, desk.url);
    await blocked.page.addInitScript(() => {
      Object.defineProperty(window, 'WebSocket', {
        value: class {
          constructor() {
            throw new Error('blocked');
          }
        },
      });
    });
    await blocked.page.goto('/');
    await blocked.page.getByText('Not live').waitFor();
    await createTickets(desk, [{ title: 'Looked for' }]);
    await blocked.page.getByText('Looked for').waitFor({ timeout: 25_000 });
  });
});
