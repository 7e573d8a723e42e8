import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Server } from './servers.js';

export type Request = {
  readonly path: string;
  /** Sent as JSON by POST; without one the request is a GET. */
  readonly body?: object;
};

export type Load = {
  readonly perSecond: number;
  /** Of the server's processor time, per request. Neighbours on the machine slow a server down, but hardly change this. */
  readonly processorMs: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
};

const generator = fileURLToPath(new URL('load.mjs', import.meta.url));

/** Asks the same over so many connections at once, for so long. @throws where an answer is not a success */
export async function load(server: Server, { path, body }: Request, seconds: number, connections = 32): Promise<Load> {
  const order = { url: server.url + path, body: body && JSON.stringify(body), connections, seconds };
  const before = server.processorSeconds();
  const { stdout } = await promisify(execFile)(process.execPath, [generator, JSON.stringify(order)]);
  const used = server.processorSeconds() - before;
  const { succeeded, failed, ...result } = JSON.parse(stdout);
  if (failed > 0) throw new Error(`${failed} requests for ${path} failed at ${server.name}.`);
  return { ...result, processorMs: (used / succeeded) * 1_000 };
}
