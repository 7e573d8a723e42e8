import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';

const words = {
  title: 'Charged twice for the November invoice',
  description: 'My card was charged twice for the same invoice. Please refund the second payment.',
};

describe('submitting a ticket', () => {
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
  afterEach(() => seen.context.close());

  const newest = async () => {
    const { tickets } = await desk.query<{ tickets: { edges: { node: Record<string, unknown> }[] } }>(
      '{ tickets(first: 1) { edges { node { number title category priority suggestion { id category { outcome } priority { outcome } } } } } }',
    );
    return tickets.edges[0]?.node;
  };
  const write = async () => {
    await page.getByLabel('Title').fill(words.title);
    await page.getByLabel('Description').fill(words.description);
  };

  it('takes what triage suggests, marked as suggested, unless the person overrides it', async () => {
    await page.goto('/new');
    await write();
    const category = page.getByRole('button', { name: /^Category: Billing, suggested/ });
    await category.waitFor();
    const suggestion = page.getByRole('region', { name: 'Triage suggestion' });
    expect(await suggestion.innerText()).toMatch(/Category\s+Billing[\s\S]*\d+%/);
    expect(await page.getByRole('status').filter({ hasText: 'Triage suggests Billing' }).count()).toBe(1);

    await page.getByRole('button', { name: /^Priority: / }).click();
    await page.getByRole('menuitem', { name: 'Critical' }).click();
    await page.getByRole('button', { name: 'Priority: Critical', exact: true }).waitFor();

    // More words bring another suggestion; the person's choice stays.
    const asked = page.waitForResponse(
      (response) => response.request().postData()?.includes('SuggestForDraft') ?? false,
    );
    await page.getByLabel('Description').press('End');
    await page.getByLabel('Description').pressSequentially(' It is not urgent at all, whenever you have time.');
    await asked;
    expect(await page.getByRole('button', { name: 'Priority: Critical', exact: true }).isVisible()).toBe(true);

    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByText(/^T-\d+ submitted$/).waitFor();
    expect(await newest()).toMatchObject({
      title: words.title,
      category: 'BILLING',
      priority: 'CRITICAL',
      suggestion: { category: { outcome: 'KEPT' } },
    });
    expect(await page.getByLabel('Title').inputValue()).toBe('');
    expect(await page.getByLabel('Description').inputValue()).toBe('');
    expect(seen.complaints).toEqual([]);
  });

  it('shows the ticket in the list and opens it from the toast, without a reload', async () => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: 'New ticket' }).waitFor();
    await page.getByLabel('Title').fill('Submitted from the dialog');
    await page.getByLabel('Description').fill('From anywhere, by one key.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: /Submitted from the dialog/ }).waitFor();
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Submitted from the dialog' }).waitFor();
    expect(page.url()).toMatch(/\/tickets\/\d+$/);
  });

  it.each<[string, (route: Route) => Promise<void>]>([
    ['does not answer', () => new Promise(() => undefined)],
    ['cannot be reached', (route) => route.abort()],
    [
      'is not known to the server',
      (route) => route.fulfill({ status: 400, json: { errors: [{ message: 'Cannot query field' }] } }),
    ],
  ])('works as if triage were not there when it %s', async (_, answer) => {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SuggestForDraft') ? answer(route) : route.fallback(),
    );
    const asked = page.waitForRequest((request) => request.postData()?.includes('SuggestForDraft') ?? false);
    await page.goto('/new');
    await write();
    await asked;
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByText(/^T-\d+ submitted$/).waitFor();
    expect(await newest()).toMatchObject({ title: words.title });
  });

  it('submits a form that stood open longer than its suggestion was kept', async () => {
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('SuggestForDraft')) return route.fallback();
      const answer = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'application/json',
        body: answer.replace(/"id":"[^"]+"/, '"id":"long-gone"'),
      });
    });
    await page.goto('/new');
    await write();
    await page.getByRole('button', { name: /^Category: Billing, suggested/ }).waitFor();
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByText(/^T-\d+ submitted$/).waitFor();
    expect(await newest()).toMatchObject({ title: words.title, category: 'BILLING' });
  });

  it('keeps a half-written draft through a reload and a closed window', async () => {
    await page.goto('/new');
    await page.getByLabel('Title').fill('Half a thought');
    await page.getByRole('button', { name: /^Category: / }).click();
    await page.getByRole('menuitem', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Category: Account', exact: true }).waitFor();
    await page.reload();
    expect(await page.getByLabel('Title').inputValue()).toBe('Half a thought');
    await page.close();
    const later = await visit(browser, desk.url, { context: seen.context });
    await later.page.goto('/new');
    expect(await later.page.getByLabel('Title').inputValue()).toBe('Half a thought');
    expect(await later.page.getByRole('button', { name: 'Category: Account', exact: true }).isVisible()).toBe(true);
  });

  it('shows what is wrong beside its field, and keeps the words', async () => {
    await page.goto('/new');
    await page.getByLabel('Title').fill('x'.repeat(201));
    expect(await page.getByText('201 of 200').isVisible()).toBe(true);
    await page.getByLabel('Description').fill('Long titles are cut by nobody.');
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await page.locator('[aria-invalid=true]').waitFor();
    const described = await title.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toMatch(/200 characters/);
    expect(await title.inputValue()).toHaveLength(201);
  });

  it('says which words are missing, and leads to the first', async () => {
    await page.goto('/new');
    await page.getByLabel('Title').fill('Only a title');
    await page.getByRole('button', { name: /^Submit ticket/ }).click();
    await page.getByText('A description is needed').waitFor();
    expect(await page.getByText('A title is needed').count()).toBe(0);
    expect(await page.getByLabel('Description').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('makes one ticket of a submission whose answer was lost and which was sent again', async () => {
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('CreateTicket') || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await page.goto('/new');
    await page.getByLabel('Title').fill('Sent twice, there once');
    await page.getByLabel('Description').fill('The answer was lost.');
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByRole('alert').filter({ hasText: 'could not be sent' }).waitFor();
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByText(/^T-\d+ submitted$/).waitFor();
    const { tickets } = await desk.query<{ tickets: { totalCount: number } }>(
      '{ tickets(filter: { search: "Sent twice" }) { totalCount } }',
    );
    expect(tickets.totalCount).toBe(1);
  });
});
