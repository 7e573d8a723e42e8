import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launch, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';
import { repository } from './support/repository.js';
import { screensOf } from './support/screens.js';
import { createTriagedTicket } from './support/tickets.js';

const SAMPLES = 400;
/** What people wrote to the desk while triage filled in the rest, the last one newest. */
const letters = [
  {
    title: 'Refund for the unused seats never arrived',
    description: 'We cancelled three seats in October and the refund is not on our account.',
  },
  {
    title: 'Webhook deliveries stop after the second retry',
    description: 'Since the last update the third delivery is never tried. Every customer is affected.',
  },
  {
    title: 'Please move ownership of the workspace',
    description: 'Our admin left the company. Please make me the owner of the workspace.',
  },
  { title: 'Is there a limit on tags per project?', description: 'I could not find it in the manual. Not urgent.' },
  {
    title: 'Sign-in code arrives after it has expired',
    description: 'The mail with the code takes ten minutes, the code lives for five. I cannot log in.',
  },
  {
    title: 'All exports fail with “job expired” since 07:40',
    description:
      'Every export of **every** workspace ends with `job expired` after 40 seconds.\n\n- two browsers\n- another account\n\nThe report has to be with the auditors by 17:00 and the whole finance team is blocked.',
  },
];

const folder = join(repository, 'client/screenshots');

describe('screenshots', () => {
  let desk: Desk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch(), mkdir(folder, { recursive: true })]);
    await desk.query(`mutation { addSampleTickets(input: { count: ${SAMPLES} }) { createdCount } }`);
    for (const [index, letter] of letters.entries()) {
      const { id } = await createTriagedTicket(desk, letter);
      const answer = index % 3 === 2 ? `priority: LOW` : `status: IN_PROGRESS`;
      if (index < letters.length - 1)
        await desk.query(`mutation { updateTicket(input: { id: "${id}", ${answer} }) { ticket { id } } }`);
    }
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
  const pictures = screensOf(SAMPLES + letters.length).flatMap((screen) =>
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
