import type { Page } from 'playwright-core';
import { launch, visit } from '../e2e/support/browser.js';
import type { Figure } from './run.js';

const rows = 10_000;

/** With 10,000 loaded rows: from a key to the painted change, and from the server's answer to the painted first rows. */
export async function measureInbox(url: string): Promise<Figure[]> {
  const browser = await launch();
  try {
    const { page } = await visit(browser, url);
    await page.goto('/');
    await loadAll(page);
    const statuses: number[] = [];
    for (let sample = 0; sample < 5; sample++) statuses.push(await measureStatus(page));
    const filters: number[] = [];
    for (let sample = 0; sample < 5; sample++) filters.push(await measureFilter(page, sample));
    return [
      { what: `Status change painted, ${rows} rows loaded`, goal: '≤ 50 ms', samples: statuses, unit: ' ms' },
      { what: `First rows after the answer, ${rows} rows loaded`, goal: '≤ 100 ms', samples: filters, unit: ' ms' },
    ];
  } finally {
    await browser.close();
  }
}

async function loadAll(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Tickets' }).getByRole('link').first().waitFor();
  const isLoaded = (wanted: number) => {
    const grid = document.querySelector('[role=grid]');
    grid?.scrollTo(0, grid.scrollHeight);
    // A row is 44 px high, and days have headings.
    return (grid?.scrollHeight ?? 0) >= wanted * 43;
  };
  await page.waitForFunction(isLoaded, rows, { timeout: 120_000, polling: 50 });
  await page.evaluate(() => document.querySelector('[role=grid]')?.scrollTo(0, 0));
  await page.getByRole('link', { name: /^T-1 / }).waitFor();
}

declare global {
  /** What the page measures, begun before the deed. */
  var painted: Promise<number>;
}

/** Resolves the ticket under the cursor by keyboard; the time runs from the key event to the frame after the change. */
async function measureStatus(page: Page): Promise<number> {
  await page.keyboard.press('j');
  await page.evaluate(() => {
    const statuses = () => [...document.querySelectorAll('[role=grid] [aria-label^="Status: Open"]')].length;
    const before = statuses();
    globalThis.painted = new Promise((resolve) => {
      const watch = (pressed: number) => {
        if (statuses() === before) return requestAnimationFrame(() => watch(pressed));
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressed);
        return port2.postMessage(null);
      };
      addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => watch(timeStamp)), { once: true });
    });
  });
  await page.keyboard.press('e');
  const took = await page.evaluate(() => globalThis.painted);
  await page
    .getByText(/resolved/)
    .first()
    .waitFor();
  return took;
}

/** Other rows by another search: from the answer's arrival until the row can be found, as this process sees both. */
async function measureFilter(page: Page, sample: number): Promise<number> {
  const wanted = 1_234 + sample * 1_111;
  const search = page.getByRole('textbox', { name: 'Search tickets' });
  const answer = page.waitForResponse(
    (response) => response.request().postData()?.includes(`Ticket ${wanted}`) ?? false,
  );
  await search.fill(`Ticket ${wanted}`);
  await (await answer).finished();
  const answered = performance.now();
  await page.getByRole('link', { name: new RegExp(`^T-${wanted + 1} `) }).waitFor();
  const took = performance.now() - answered;
  await search.fill('');
  await page.getByRole('link', { name: /^T-1 / }).waitFor();
  return took;
}
