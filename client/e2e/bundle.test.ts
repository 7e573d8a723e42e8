import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { examples } from '../src/explorer/examples.js';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { repository } from './support/repository.js';
import { createTicket } from './support/tickets.js';

const BUDGET_KB = 190;

describe('what the desk loads', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await createTicket(desk, { title: 'The first row' });
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  it(`shows the inbox with at most ${BUDGET_KB} kB of compressed JavaScript`, async () => {
    const { page, context } = await visit(browser, desk.url);
    const scripts: Promise<[string, number]>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      scripts.push(response.body().then((body) => [new URL(response.url()).pathname, gzipSync(body).length / 1000]));
    });
    await page.goto('/');
    await page.getByRole('link', { name: /The first row/ }).waitFor();
    const sizes = await Promise.all(scripts);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(sizes.map(([path]) => path).join(' ')).not.toMatch(/Markdown|Dashboard|explorer/);
    expect(total).toBeLessThanOrEqual(BUDGET_KB);
    await context.close();
  });

  it('has no two scripts that wait for each other', async () => {
    const folder = join(repository, 'client/dist/assets');
    const needs = new Map<string, string[]>();
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.js'))) {
      const text = await readFile(join(folder, file), 'utf8');
      const found = text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
      needs.set(
        file,
        [...found].map(([, name = '']) => name),
      );
    }
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const next of needs.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
      return seen;
    };
    expect(needs.size).toBeGreaterThan(10);
    expect([...needs.keys()].filter((file) => reached(file).has(file))).toEqual([]);
  });

  it('opens every kind of page under a policy that runs no script but our own files', async () => {
    const { page, context, complaints } = await visit(browser, desk.url);
    for (const [path, heading] of [
      ['/', 'Inbox'],
      ['/new', 'New ticket'],
      ['/api/docs', 'Relaydesk REST API'],
    ] as const) {
      const headers = (await page.goto(path))?.headers() ?? {};
      expect(headers['content-security-policy']).toMatch(/(^|;)script-src 'self';script-src-attr 'none'/);
      expect(headers['content-security-policy']).toMatch(/(^|;)frame-ancestors 'none'(;|$)/);
      await page.getByRole('heading', { name: heading }).first().waitFor();
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('asks the API from its reference, in the theme of the desk, and leads back', async () => {
    const { page, context, complaints } = await visit(browser, desk.url);
    await page.goto('/');
    await page.evaluate(() => localStorage.setItem('relaydesk.theme', 'dark'));
    await page.goto('/api/docs');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(13, 14, 16)');
    await page.getByRole('button', { name: /List tickets/ }).click();
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.locator('.live-responses-table').getByText('The first row').waitFor();
    await page.getByRole('link', { name: 'Back to the desk' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('runs the example queries of the explorer under the content security policy, and leads back', async () => {
    const { page, context, complaints } = await visit(browser, desk.url);
    await page.goto('/graphiql');
    const tabs = examples.map(({ query }) => /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '');
    expect(tabs).toContain('NewestTickets');
    // Both editors come after the page, and nothing runs before they are there.
    await page.locator('.result-window .CodeMirror').waitFor();
    for (const tab of tabs) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      await page.locator('.graphiql-query-editor .CodeMirror-code').getByText(tab).first().waitFor();
      // GraphiQL notices which operation it holds a moment after it shows it, and runs nothing before that.
      await page.waitForFunction((name) => {
        const state = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}');
        return state.tabs?.[state.activeTabIndex]?.operationName === name;
      }, tab);
      const answer = page.waitForResponse((response) => response.request().postData()?.includes(tab) ?? false);
      await page.getByRole('button', { name: /^Execute query/ }).click();
      const shown = await (await answer).json();
      expect(shown).not.toHaveProperty('errors');
      expect(JSON.stringify(shown)).not.toContain('"userErrors":[{');
      if (tab === 'NewestTickets') await page.locator('.result-window').getByText('The first row').waitFor();
    }
    await page.getByRole('link', { name: 'Back to the desk' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
