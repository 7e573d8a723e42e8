import cluster from 'node:cluster';
import { type Config, ConfigError, loadConfig } from './config.js';
import { DatabaseStartError } from './database/database-start-error.js';
import { isLoopback } from './http/own-address.js';
import { serve } from './serve.js';
import { runWorkers } from './workers.js';

/** Starts the desk, in this process or in several. The only file that does something by being loaded. */
try {
  await start();
} catch (error) {
  console.error(startSentence(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const config = loadConfig();
  if (cluster.isWorker) return void (await serve(config));
  for (const notice of config.notices) console.log(notice);
  const { hasTeam } = await (config.server.workers > 1
    ? runWorkers(config.server, import.meta.filename)
    : serve(config));
  warnOfOpenness(config, hasTeam);
}

/** Only the operator knows who else reaches what is not of this machine alone. */
function warnOfOpenness({ server: { host, port }, identity: { access, publicUrl } }: Config, hasTeam: boolean): void {
  if (isLoopback(host)) return;
  if (access === 'open') {
    console.warn(`ACCESS is open: everybody who reaches ${host}:${port} can read and change every ticket.`);
  } else if (access === 'auto' && !hasTeam) {
    console.warn(`While there is no account, everybody who reaches ${host}:${port} can read and change every ticket.`);
  }
  if (publicUrl.startsWith('http:')) {
    console.warn('PUBLIC_URL is no https address: passwords and sessions can be read on their way.');
  }
}

/** What was expected to go wrong is told in a sentence; anything else with its stack. */
function startSentence(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseStartError) return error.message;
  const { code, port, address, hostname } = error as NodeJS.ErrnoException & Endpoint;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or set PORT or METRICS_PORT, whichever it is, to a free one.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}. Set HOST to one that it has.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST ${hostname} is no name that this machine can resolve. Set it to an address, such as 127.0.0.1.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What Node knows of an address that it could not listen on. */
type Endpoint = { readonly port?: number; readonly address?: string; readonly hostname?: string };
