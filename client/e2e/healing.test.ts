import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createTickets } from './support/tickets.js';
import { visits } from './support/visits.js';

describe('a part that loads late', () => {
  const at = visits((desk) => createTickets(desk, [{ title: 'First' }, { title: 'Second' }]));

  /** Everything that loads when it is first opened, and what shows that it is there. */
  const parts: [string, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>][] = [
    [
      'a ticket',
      (page) => page.getByRole('link', { name: 'T-1 First' }).click(),
      (page) => page.getByText('Since this morning the export of the invoices never finishes.').last().waitFor(),
    ],
    [
      'the dashboard',
      (page) => page.getByRole('link', { name: 'Dashboard' }).click(),
      (page) => page.getByRole('heading', { name: 'Flow' }).waitFor(),
    ],
    [
      'the table',
      (page) => page.getByRole('link', { name: 'Manage' }).click(),
      (page) => page.getByRole('checkbox', { name: 'Select T-1' }).waitFor(),
    ],
    ['the form', (page) => page.keyboard.press('c'), (page) => page.getByLabel('Description').waitFor()],
    [
      'the palette',
      (page) => page.keyboard.press('Control+k'),
      (page) => page.getByRole('dialog').getByRole('combobox').waitFor(),
    ],
    [
      'the list of keys',
      (page) => page.keyboard.press('?'),
      (page) => page.getByRole('dialog', { name: 'Keys on this screen' }).waitFor(),
    ],
    [
      'a menu',
      (page) => page.getByRole('button', { name: 'Order: Newest' }).click(),
      (page) => page.getByRole('menu').waitFor(),
    ],
  ];

  it.each(parts)('comes by itself once the server is back: %s', async (_, open, there) => {
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-1 First' }).waitFor();
    await at.desk.kill();
    try {
      await open(at.page);
      // The desk says that it is offline, and is not replaced by an error.
      await at.page.getByRole('navigation', { name: 'Main' }).waitFor();
      expect(await at.page.getByText('ran into an error').count()).toBe(0);
    } finally {
      await at.desk.restart();
    }
    await there(at.page);
    expect(await at.page.getByText('ran into an error').count()).toBe(0);
  });

  const gone = { status: 404, contentType: 'text/plain', body: 'Not found' };

  it('that a deployment took away brings the page back by itself, after one reload', async () => {
    let reloads = 0;
    await at.page.route(/assets\/DashboardPage-/, (route) => (reloads > 0 ? route.fallback() : route.fulfill(gone)));
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-1 First' }).waitFor();
    at.page.on('request', (request) => {
      if (request.isNavigationRequest()) reloads += 1;
    });
    await at.page.getByRole('link', { name: 'Dashboard' }).click();
    await at.page.getByRole('heading', { name: 'Flow' }).waitFor();
    expect(reloads).toBe(1);
  });

  it('that never comes costs one reload, and the other pages still work', async () => {
    await at.page.route(/assets\/DashboardPage-/, (route) => route.fulfill(gone));
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-1 First' }).waitFor();
    let reloads = 0;
    at.page.on('request', (request) => {
      if (request.isNavigationRequest()) reloads += 1;
    });
    await at.page.getByRole('link', { name: 'Dashboard' }).click();
    await at.page.getByRole('alert').waitFor();
    expect(reloads).toBe(1);
    await at.page.getByRole('link', { name: 'Inbox' }).click();
    await at.page.getByRole('link', { name: 'T-1 First' }).waitFor();
  });

  it('of a menu that never comes leaves the page as it is', async () => {
    await at.page.route(/assets\/LoadedMenu-/, (route) => route.fulfill(gone));
    await at.page.goto('/');
    await at.page.getByRole('link', { name: 'T-1 First' }).waitFor();
    const reloaded = at.page.waitForEvent('load');
    await at.page.getByRole('button', { name: 'Order: Newest' }).click();
    await reloaded;
    await at.page.getByRole('link', { name: 'T-1 First' }).waitFor();
    await at.page.getByRole('button', { name: 'Order: Newest' }).click();
    await at.page.getByText('could not be loaded').waitFor();
    expect(await at.page.getByRole('link', { name: 'T-1 First' }).isVisible()).toBe(true);
  });

  it('is there before it is needed, once the page is at rest', async () => {
    const fetched = at.page.waitForResponse(/assets\/DashboardPage-/);
    await at.page.goto('/');
    await fetched;
    await at.desk.kill();
    try {
      await at.page.getByRole('link', { name: 'Manage' }).waitFor();
    } finally {
      await at.desk.restart();
    }
  });
});
