/** Very many mails at once: each is kept and read once, the desk answers meanwhile, and its memory stays in bounds. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { mail, mailToken } from '../support/mail.js';
import { killServers, type ServerProcess, startServer } from '../support/server-process.js';
import { workDirectory } from '../support/work-directory.js';

const count = 100;
const bytesEach = 1_000_000;

let directory: string;
let server: ServerProcess;
beforeAll(async () => {
  directory = mkdtempSync(join(workDirectory(), 'burst-'));
  server = await startServer({ DATA_DIR: directory, MAIL_IN_TOKEN: mailToken });
});
afterAll(async () => {
  await killServers();
  rmSync(directory, { recursive: true, force: true });
});

async function totals(): Promise<number> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ tickets(first: 1) { totalCount } }' }),
  });
  return ((await answer.json()) as { data: { tickets: { totalCount: number } } }).data.tickets.totalCount;
}

async function send(bytes: Buffer): Promise<number> {
  const headers = { authorization: `Bearer ${mailToken}`, 'content-type': 'message/rfc822' };
  return (await fetch(`${server.url}/mail/in`, { method: 'POST', headers, body: new Uint8Array(bytes) })).status;
}

/** As the system tells. */
function residentBytes(): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1_024;
}

test('a burst of mails becomes as many tickets, while the desk answers', async () => {
  const words = 'All of it at once. '.repeat(bytesEach / 20);
  const mailOf = (number: number) =>
    mail(
      {
        From: `sender${number}@example.net`,
        Subject: `Burst ${number}`,
        'Message-ID': `<burst-${number}@example.net>`,
      },
      words,
    );
  let isOver = false;
  const waits: number[] = [];
  const before = residentBytes();
  let most = before;
  const agent = (async () => {
    while (!isOver) {
      const began = performance.now();
      await totals();
      waits.push(performance.now() - began);
      most = Math.max(most, residentBytes());
      await delay(20);
    }
  })();
  const statuses: number[] = [];
  let next = 0;
  const sender = async () => {
    while (next < count) statuses.push(await send(mailOf(next++)));
  };
  try {
    await Promise.all(Array.from({ length: 20 }, sender));
    expect(statuses).toEqual(Array.from({ length: count }, () => 202));
    for (let read = 20; read <= count; read += 20) await eventually(async () => (await totals()) >= read);
  } finally {
    isOver = true;
    await agent;
  }
  expect(await send(mailOf(0))).toBe(202);
  expect(await totals()).toBe(count);
  // Several times what the mails hold, were they all read at once.
  expect(most - before).toBeLessThan(350_000_000);
  expect(Math.max(...waits)).toBeLessThan(5_000);
});
