import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { FakeModelServer } from '../../api/test/support/fake-model-server.js';
import { answering, goodAnswer } from '../../api/test/support/model-behaviours.js';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { createTriagedTicket } from './support/tickets.js';

const words = {
  title: 'Double charge',
  description: 'You charged me twice in May. Please pay the second one back.',
};

/** In the order a model lives through: it answers, falls silent, and is gone. */
describe('triage by a language model', () => {
  let model: FakeModelServer;
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    model = await FakeModelServer.start(answering());
    [desk, browser] = await Promise.all([
      startDesk({
        LLM_PROVIDER: 'custom',
        LLM_BASE_URL: model.baseUrl,
        LLM_MODEL: 'fake-model',
        LLM_TIMEOUT_MS: '2000',
        LLM_PAUSE_MS: '10',
      }),
      launch(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await model[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    seen = await visit(browser, desk.url);
    page = seen.page;
  });
  afterEach(() => seen.context.close());

  const card = () => page.getByRole('region', { name: 'Triage suggestion' });
  const write = async (ending = '') => {
    await page.goto('/new');
    await page.getByLabel('Title').fill(words.title);
    await page.getByLabel('Description').fill(words.description + ending);
  };
  const submit = async () => {
    await page.getByRole('button', { name: 'Submit ticket' }).click();
    await page.getByText(/^T-\d+ submitted$/).waitFor();
  };

  it('shows its name, its reasons and the words it quotes', async () => {
    await write();
    await page.getByRole('button', { name: /^Priority: High, suggested/ }).waitFor();
    expect(await card().innerText()).toMatch(/fake-model[\s\S]*Billing[\s\S]*93%[\s\S]*High[\s\S]*81%/);
    expect(await card().innerText()).toContain(goodAnswer.rationale);
    expect(await page.locator('mark').allInnerTexts()).toEqual([goodAnswer.quote]);
    await submit();
    expect(model.violations).toEqual([]);
  });

  it('gives way to the local classifier when it falls silent', async () => {
    model.behaviour = () => 'silence';
    await write(' And it was silent.');
    await page.getByRole('button', { name: /^Category: Billing, suggested/ }).waitFor();
    expect(await card().innerText()).not.toContain('fake-model');
    await submit();
  });

  it('is not missed when it is gone', async () => {
    await model.goAway();
    await write(' And it was gone.');
    await page.getByRole('button', { name: /^Category: Billing, suggested/ }).waitFor();
    await submit();
    expect(seen.complaints).toEqual([]);
  });
});

describe('what triage said about a ticket', () => {
  let desk: Desk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    ({ page } = await visit(browser, desk.url));
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const outcomesOf = async (number: number) => {
    const { ticket } = await desk.query<{ ticket: { suggestion: Record<'category' | 'priority', unknown> } }>(
      `{ ticket(number: ${number}) { suggestion { category { outcome } priority { outcome } } } }`,
    );
    return ticket.suggestion;
  };
  const card = () => page.getByRole('region', { name: 'Triage suggestion' });

  it('is accepted by one key', async () => {
    const { number } = await createTriagedTicket(desk, words);
    await page.goto(`/tickets/${number}`);
    await card().getByRole('button', { name: 'Accept' }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('Suggestion accepted').waitFor();
    await card().getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
    expect(await outcomesOf(number)).toEqual({
      category: { outcome: 'CONFIRMED' },
      priority: { outcome: 'CONFIRMED' },
    });
  });

  it('is said anew about words that changed', async () => {
    const { id, number } = await createTriagedTicket(desk, words);
    await page.goto(`/tickets/${number}`);
    await card().getByText('Billing').waitFor();
    await desk.query('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id } } }', {
      input: {
        id,
        title: 'Cannot log in',
        description: 'It says my password is wrong, and no mail to reset it comes.',
      },
    });
    await card().getByRole('button', { name: 'Suggest again' }).click();
    await card().getByText('Account').waitFor();
  });
});
