import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Server } from './servers.js';

export type Request = {
  readonly path: string;
  /** Sent as JSON by POST; without one the request is a GET. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Load = {
  readonly perSecond: number;
  /** Of the server's processor time, per request. Neighbours on the machine slow a server down, but hardly change this. */
  readonly processorMs: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
};

const generator = fileURLToPath(new URL('load.mjs', import.meta.url));

export type MixedLoad = Omit<Load, 'processorMs'> & { readonly succeeded: number; readonly failed: number };

type Effort = {
  readonly seconds: number;
  readonly connections: number;
  /** Requests a second; as many as go unless given. */
  readonly rate?: number;
};

/** Asks the same over so many connections at once, for so long. @throws where an answer is not a success */
export async function load(server: Server, request: Request, seconds: number, connections = 32): Promise<Load> {
  const before = server.processorSeconds();
  const { succeeded, failed, ...result } = await loadMix(server, [request], { seconds, connections });
  const used = server.processorSeconds() - before;
  if (failed > 0) throw new Error(`${failed} requests for ${request.path} failed at ${server.name}.`);
  return { ...result, processorMs: (used / succeeded) * 1_000 };
}

/** Until the machine code is made that a long-lived process runs on; how long that takes depends on the neighbours. */
export async function warmUp(server: Server, request: Request, seconds: number): Promise<void> {
  await load(server, request, 3 * seconds);
}

/** Several requests in turn, over each connection. */
export async function loadMix(server: Server, mix: readonly Request[], effort: Effort): Promise<MixedLoad> {
  const requests = mix.map(({ body, ...request }) => ({ ...request, body: body && JSON.stringify(body) }));
  const order = JSON.stringify({ url: server.url, requests, ...effort });
  const { stdout } = await promisify(execFile)(process.execPath, [generator, order]);
  return JSON.parse(stdout);
}
