import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { faultsAt } from './support/axe.js';
import { launch, type Visit, visit } from './support/browser.js';
import { type Desk, startDesk } from './support/desk.js';

const password = 'a long walk by the sea';
const shots = process.env.SHOTS;

describe('webhooks', () => {
  let desk: Desk;
  let browser: Browser;
  let directory: string;
  let seen: Visit;
  let receiver: Server;
  let address: string;
  let status = 200;
  const heard: { body: string; id: string; at: string; signature: string }[] = [];

  beforeAll(async () => {
    receiver = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      const said = (name: string) => String(request.headers[`webhook-${name}`]);
      heard.push({ body, id: said('id'), at: said('timestamp'), signature: said('signature') });
      response.writeHead(status).end('Thank you.');
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/desk`;
    directory = await mkdtemp(join(tmpdir(), 'relaydesk-webhooks-'));
    [desk, browser] = await Promise.all([startDesk({ DATA_DIR: directory, WEBHOOK_ALLOW_PRIVATE: 'on' }), launch()]);
    seen = await visit(browser, desk.url);
    const code = (await readFile(join(directory, 'setup-code'), 'utf8')).trim();
    const answer = await seen.page.request.post(`${desk.url}/auth/setup`, {
      data: { code, email: 'lea@example.org', displayName: 'Lea Brandt', password },
      headers: { origin: desk.url },
    });
    expect(answer.status()).toBe(204);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    receiver.closeAllConnections();
    receiver.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** At both widths, in both themes. */
  const inspect = async (name: string) => {
    const { page } = seen;
    const faults: string[] = [];
    for (const width of [1440, 360])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        if (shots) await page.screenshot({ path: join(shots, `${name}-${colorScheme}-${width}.png`) });
        faults.push(...(await faultsAt(page, width)));
      }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect({ name, faults }).toEqual({ name, faults: [] });
  };

  it('are made by keys alone, with a secret that is told once and signs', async () => {
    const { page } = seen;
    await page.goto('/');
    await page.getByText('Lea Brandt').waitFor();
    await page.goto('/settings/webhooks');
    await page.getByText('There are none yet.').waitFor();
    await page.getByRole('button', { name: 'New webhook' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New webhook' });
    const field = dialog.getByLabel('Address');
    await field.waitFor();
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.name === 'url');
    await page.keyboard.type('nowhere');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('Give an address that begins with https://').waitFor();
    await inspect('new');
    await field.fill(address);
    await dialog.getByLabel('Note written').focus();
    await page.keyboard.press('Space');
    await field.focus();
    await page.keyboard.press('Enter');
    const told = page.getByRole('dialog', { name: 'Copy this secret now' });
    const secret = (await told.getByLabel('Secret', { exact: true }).textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await inspect('secret');
    await told.getByRole('button', { name: 'I have copied it' }).press('Enter');
    await page.getByRole('list', { name: 'Webhooks' }).getByText('Ticket submitted, Note written').waitFor();
    expect(await page.content()).not.toContain(secret);

    await page.request.post(`${desk.url}/api/tickets/`, {
      data: { title: 'The door is stuck', description: 'It does not open.', category: 'technical', priority: 'low' },
      headers: { origin: desk.url },
    });
    await page.getByRole('list', { name: 'What was told' }).getByText('1 try · Answer 200').waitFor();
    const { body, id, at, signature } = heard[0] as (typeof heard)[number];
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`);
  });

  it('show what was sent and answered, and send it again', async () => {
    const { page } = seen;
    await inspect('list');
    await page.getByRole('button', { name: 'Show: Ticket submitted, delivered' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ticket submitted' });
    expect(await dialog.getByRole('region', { name: 'What is sent' }).textContent()).toBe(heard[0]?.body);
    await dialog.getByRole('region', { name: 'The answer' }).getByText('Thank you.').waitFor();
    await inspect('delivery');
    await dialog.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('It is sent again').waitFor();
    await dialog.getByRole('listitem').nth(1).waitFor();
    expect(heard.map(({ id }) => id)).toEqual([heard[0]?.id, heard[0]?.id]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('say why one was switched off, and are switched on, changed and deleted', async () => {
    const { page } = seen;
    status = 410;
    await page.request.post(`${desk.url}/api/tickets/`, {
      data: { title: 'The light is off', description: 'It is dark.', category: 'technical', priority: 'low' },
      headers: { origin: desk.url },
    });
    const list = page.getByRole('list', { name: 'Webhooks' });
    await list.getByText('Switched off by itself. The address answered 410').waitFor();
    await page.getByLabel('What became of it').selectOption({ label: 'Failed' });
    await page.getByRole('button', { name: 'Show: Ticket submitted, failed' }).waitFor();
    await inspect('off');
    await list.getByRole('button', { name: `Switch on ${address}` }).click();
    await list.getByText('on', { exact: true }).waitFor();
    await list.getByRole('button', { name: `Edit ${address}` }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit webhook' });
    await dialog.getByLabel('Ticket changed').check();
    await dialog.getByLabel('Replace it').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'I have copied it' }).click();
    await list.getByText('Ticket submitted, Ticket changed, Note written').waitFor();
    await list.getByRole('button', { name: `Delete ${address}` }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are none yet.').waitFor();
    expect(seen.complaints).toEqual([]);
  });
});
