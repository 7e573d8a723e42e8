import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { repository } from './support/repository.js';
import { screens } from './support/screens.js';

const folder = join(repository, 'client/screenshots');

describe('screenshots', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch(), mkdir(folder, { recursive: true })]);
    await desk.query('mutation { addSampleTickets(input: { count: 400 }) { createdCount } }');
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const themes = ['light', 'dark'] as const;
  const sizes = [
    { width: 1440, height: 900 },
    { width: 768, height: 1024 },
    { width: 360, height: 780 },
  ];
  const pictures = screens.flatMap((screen) =>
    themes.flatMap((theme) => sizes.map((size) => ({ screen, theme, ...size }))),
  );

  it.each(pictures)('$screen.name in the $theme theme at $width px', async ({ screen, theme, width, height }) => {
    const { page, context } = await visit(browser, desk.url, { theme, width, height });
    await page.goto(screen.path);
    await screen.ready(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${screen.name}-${theme}-${width}.png`) });
    await context.close();
  });
});
