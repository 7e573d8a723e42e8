import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.js';

/**
 * Chromium's sandbox needs privileges that containers rarely grant; it only ever opens the desk under test. Without hinting
 * letters stand where a person's screen would put them.
 */
export async function launch(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, env, args: ['--no-sandbox', '--font-render-hinting=none'] });
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What went wrong on the page, unasked: exceptions, errors on the console, requests that left the desk. */
  complaints: string[];
}

interface VisitOptions {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** A telephone: fingers instead of a mouse. */
  touch?: boolean;
  context?: BrowserContext;
}

/** A window on the desk, in a fresh profile unless it joins one. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1440, height = 900, theme = 'light', touch = false } = options;
  const context =
    options.context ??
    (await browser.newContext({
      baseURL: url,
      viewport: { width, height },
      colorScheme: theme,
      hasTouch: touch,
      isMobile: touch,
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    }));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text().slice(0, 300));
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url))
      complaints.push(`Left the desk: ${request.url()}`);
  });
  return { page, context, complaints };
}
