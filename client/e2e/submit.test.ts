import { describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { visit } from './support/browser.js';
import { visits } from './support/visits.js';

const words = {
  title: 'Charged twice for the November invoice',
  description: 'My card was charged twice for the same invoice. Please refund the second payment.',
};

describe('submitting a ticket', () => {
  const at = visits();

  const newest = async () => {
    const { tickets } = await at.desk.query<{ tickets: { edges: { node: Record<string, unknown> }[] } }>(
      '{ tickets(first: 1) { edges { node { number title category priority suggestion { id category { outcome } priority { outcome } } } } } }',
    );
    return tickets.edges[0]?.node;
  };
  const write = async () => {
    await at.page.getByLabel('Title').fill(words.title);
    await at.page.getByLabel('Description').fill(words.description);
  };

  it('takes what triage suggests, marked as suggested, unless the person overrides it', async () => {
    await at.page.goto('/new');
    await write();
    const category = at.page.getByRole('button', { name: /^Category: Billing, suggested/ });
    await category.waitFor();
    const suggestion = at.page.getByRole('region', { name: 'Triage suggestion' });
    expect(await suggestion.innerText()).toMatch(/Category\s+Billing[\s\S]*\d+%/);
    expect(await at.page.getByRole('status').filter({ hasText: 'Triage suggests Billing' }).count()).toBe(1);

    await at.page.getByRole('button', { name: /^Priority: / }).click();
    await at.page.getByRole('menuitem', { name: 'Critical' }).click();
    await at.page.getByRole('button', { name: 'Priority: Critical', exact: true }).waitFor();

    // More words bring another suggestion; the person's choice stays.
    const asked = at.page.waitForResponse(
      (response) => response.request().postData()?.includes('SuggestForDraft') ?? false,
    );
    await at.page.getByLabel('Description').press('End');
    await at.page.getByLabel('Description').pressSequentially(' It is not urgent at all, whenever you have time.');
    // The desk's trail tells this client from other programs by it.
    expect((await asked).request().headers()).toMatchObject({ 'apollographql-client-name': 'relaydesk-web' });
    expect(await at.page.getByRole('button', { name: 'Priority: Critical', exact: true }).isVisible()).toBe(true);

    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();
    expect(await newest()).toMatchObject({
      title: words.title,
      category: 'BILLING',
      priority: 'CRITICAL',
      suggestion: { category: { outcome: 'KEPT' } },
    });
    expect(await at.page.getByLabel('Title').inputValue()).toBe('');
    expect(await at.page.getByLabel('Description').inputValue()).toBe('');
    expect(at.seen.complaints).toEqual([]);
  });

  it('shows the ticket in the list and opens it from the toast, without a reload', async () => {
    await at.page.goto('/');
    await at.page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await at.page.keyboard.press('c');
    await at.page.getByRole('dialog', { name: 'New ticket' }).waitFor();
    await at.page.getByLabel('Title').fill('Submitted from the dialog');
    await at.page.getByLabel('Description').fill('From anywhere, by one key.');
    await at.page.keyboard.press('Control+Enter');
    await at.page.getByRole('link', { name: /Submitted from the dialog/ }).waitFor();
    await at.page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Open' }).click();
    await at.page.getByRole('heading', { name: 'Submitted from the dialog' }).waitFor();
    expect(at.page.url()).toMatch(/\/tickets\/\d+$/);
  });

  it.each<[string, (route: Route) => Promise<void>]>([
    ['does not answer', () => new Promise(() => undefined)],
    ['cannot be reached', (route) => route.abort()],
    [
      'is not known to the server',
      (route) => route.fulfill({ status: 400, json: { errors: [{ message: 'Cannot query field' }] } }),
    ],
  ])('works as if triage were not there when it %s', async (_, answer) => {
    await at.page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SuggestForDraft') ? answer(route) : route.fallback(),
    );
    const asked = at.page.waitForRequest((request) => request.postData()?.includes('SuggestForDraft') ?? false);
    await at.page.goto('/new');
    await write();
    await asked;
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();
    expect(await newest()).toMatchObject({ title: words.title });
  });

  it('submits a form that stood open longer than its suggestion was kept', async () => {
    await at.page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('SuggestForDraft')) return route.fallback();
      const answer = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'application/json',
        body: answer.replace(/"id":"[^"]+"/, '"id":"long-gone"'),
      });
    });
    await at.page.goto('/new');
    await write();
    await at.page.getByRole('button', { name: /^Category: Billing, suggested/ }).waitFor();
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();
    expect(await newest()).toMatchObject({ title: words.title, category: 'BILLING' });
  });

  it('keeps a half-written draft through a reload and a closed window', async () => {
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('Half a thought');
    await at.page.getByRole('button', { name: /^Category: / }).click();
    await at.page.getByRole('menuitem', { name: 'Account' }).click();
    await at.page.getByRole('button', { name: 'Category: Account', exact: true }).waitFor();
    await at.page.reload();
    expect(await at.page.getByLabel('Title').inputValue()).toBe('Half a thought');
    await at.page.close();
    const later = await visit(at.browser, at.desk.url, { context: at.seen.context });
    await later.page.goto('/new');
    expect(await later.page.getByLabel('Title').inputValue()).toBe('Half a thought');
    expect(await later.page.getByRole('button', { name: 'Category: Account', exact: true }).isVisible()).toBe(true);
  });

  it('shows what is wrong beside its field, and keeps the words', async () => {
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('x'.repeat(201));
    expect(await at.page.getByText('201 of 200').isVisible()).toBe(true);
    await at.page.getByLabel('Description').fill('Long titles are cut by nobody.');
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    const title = at.page.getByRole('textbox', { name: 'Title' });
    await at.page.locator('[aria-invalid=true]').waitFor();
    const described = await title.getAttribute('aria-describedby');
    expect(await at.page.locator(`[id="${described}"]`).innerText()).toMatch(/200 characters/);
    expect(await title.inputValue()).toHaveLength(201);
  });

  it('names who asks where they told it, and says what is wrong with an address beside it', async () => {
    await at.page.goto('/new');
    await write();
    await at.page.getByLabel('Name').fill('Mara Lind');
    await at.page.getByLabel('E-mail').fill('mara at home');
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page
      .getByRole('alert')
      .filter({ hasText: /address/i })
      .waitFor();
    expect(await at.page.getByLabel('Title').inputValue()).toBe(words.title);
    await at.page.getByLabel('E-mail').fill('mara@example.org');
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();
    const { tickets } = await at.desk.query<{ tickets: { edges: { node: { requester: unknown } }[] } }>(
      '{ tickets(first: 1) { edges { node { requester { displayName emails { address } } } } } }',
    );
    expect(tickets.edges[0]?.node.requester).toEqual({
      displayName: 'Mara Lind',
      emails: [{ address: 'mara@example.org' }],
    });
  });

  it('says which words are missing, and leads to the first', async () => {
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('Only a title');
    await at.page.getByRole('button', { name: /^Submit ticket/ }).click();
    await at.page.getByText('A description is needed').waitFor();
    expect(await at.page.getByText('A title is needed').count()).toBe(0);
    expect(await at.page.getByLabel('Description').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('makes one ticket of a submission whose answer was lost and which was sent again', async () => {
    let lost = 0;
    await at.page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('CreateTicket') || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await at.page.goto('/new');
    await at.page.getByLabel('Title').fill('Sent twice, there once');
    await at.page.getByLabel('Description').fill('The answer was lost.');
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByRole('alert').filter({ hasText: 'could not be sent' }).waitFor();
    await at.page.getByRole('button', { name: 'Submit ticket' }).click();
    await at.page.getByText(/^T-\d+ submitted$/).waitFor();
    const { tickets } = await at.desk.query<{ tickets: { totalCount: number } }>(
      '{ tickets(filter: { search: "Sent twice" }) { totalCount } }',
    );
    expect(tickets.totalCount).toBe(1);
  });
});
