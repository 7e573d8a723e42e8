import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { violations } from './support/axe.js';
import { launch, visit } from './support/browser.js';
import { freePort } from './support/desk.js';
import { repository } from './support/repository.js';

describe('the demonstration of mail', () => {
  let directory: string;
  let demo: ChildProcess;
  let url: string;
  let deskUrl: string;
  let browser: Browser;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'relaydesk-demo-'));
    const [port, deskPort] = [await freePort(), await freePort()];
    [url, deskUrl] = [`http://localhost:${port}`, `http://localhost:${deskPort}`];
    demo = spawn(
      process.execPath,
      ['api/scripts/run.mjs', 'mail:demo', '--port', `${port}`, '--desk-port', `${deskPort}`],
      {
        cwd: repository,
        // What is set for the real desk is none of its business.
        env: { ...process.env, TMPDIR: directory, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'real@example.org' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    for await (const line of createInterface({ input: demo.stdout as NodeJS.ReadableStream }))
      if (line.includes(deskUrl)) break;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    demo?.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  });

  it('lists what would have been sent, and takes the answer of the customer', async () => {
    const { page, complaints } = await visit(browser, url);
    await page.goto('/');
    await page.getByRole('link', { name: 'Re: The printer is silent [T-1]' }).click();
    await page.getByText('Reply to', { exact: true }).waitFor();
    expect(await page.locator('pre').innerText()).toContain('Does it print now?');
    const frame = page.frameLocator('iframe[title="The mail as HTML"]');
    expect(await frame.locator('p').first().innerText()).toBe('Hello Grace,');
    await page.getByRole('textbox', { name: 'Your answer' }).fill('It prints again.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('status').waitFor();
    await page.goto(`${deskUrl}/tickets/1`);
    const conversation = page.getByRole('region', { name: 'Conversation' });
    await conversation.getByText('It prints again.').waitFor();
    // What the answer quotes is no second message.
    expect(await conversation.getByText('Does it print now?').filter({ visible: true }).count()).toBe(1);
    await page.goto(url);
    await page.getByRole('textbox', { name: 'Subject' }).fill('A bill that is not mine');
    await page.getByRole('textbox', { name: 'Message' }).fill('It says Grace.');
    await page.getByRole('button', { name: 'Send to the desk' }).click();
    // The page shows by itself what comes.
    await page.getByRole('link', { name: 'Your mail has arrived [T-2]' }).waitFor();
    expect(complaints.filter((complaint) => !complaint.startsWith(`Left the desk: ${deskUrl}`))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s theme, wide and narrow', async (theme) => {
    for (const width of [1440, 360]) {
      const { page, context } = await visit(browser, url, { theme, width });
      for (const path of ['/', '/mails/1']) {
        await page.goto(path);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
      await context.close();
    }
  });

  it('is nothing for other sites', async () => {
    const body = new URLSearchParams({ words: 'Not from here.' });
    const foreign = await fetch(`${url}/mails/1/answer`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body,
    });
    expect(foreign.status).toBe(403);
  });

  it('ends with Ctrl-C and leaves nothing behind', async () => {
    expect((await readdir(directory)).some((name) => name.startsWith('relaydesk-mail-demo-'))).toBe(true);
    const ended = once(demo, 'exit');
    demo.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect((await readdir(directory)).filter((name) => name.startsWith('relaydesk-mail-demo-'))).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });
});
