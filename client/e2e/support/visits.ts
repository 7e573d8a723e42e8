import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launch, type Visit, visit } from './browser.js';
import { type Desk, startDesk } from './desk.js';

/** Where a test is: all of a group share the desk and the browser, each has a window of its own. */
export interface Place {
  readonly desk: Desk;
  readonly browser: Browser;
  readonly seen: Visit;
  readonly page: Page;
}

/** For the top of a `describe`. What a test reads of it is there once the test runs. */
export function visits(prepare?: (desk: Desk) => Promise<unknown>): Place {
  let desk: Desk;
  let browser: Browser;
  let seen: Visit;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startDesk(), launch()]);
    await prepare?.(desk);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });
  beforeEach(async () => {
    seen = await visit(browser, desk.url);
  });
  afterEach(() => seen.context.close());

  return {
    get desk() {
      return desk;
    },
    get browser() {
      return browser;
    },
    get seen() {
      return seen;
    },
    get page() {
      return seen.page;
    },
  };
}
