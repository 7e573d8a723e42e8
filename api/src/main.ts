import type { AddressInfo } from 'node:net';
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { buildDesk, type Desk } from './app.js';
import { ConfigError, loadConfig } from './config.js';
import { DatabaseStartError } from './database/database-start-error.js';

/** While balancers and clients with kept connections learn that the desk goes away, it still answers. */
const farewellMs = 300;
const longestStopMs = 20_000;

/** Starts the desk and stops it cleanly. The only file that does something by being loaded. */
try {
  await start();
} catch (error) {
  console.error(startSentence(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const config = loadConfig();
  const { host, port } = config.server;
  for (const notice of config.notices) console.log(notice);
  const desk = await buildDesk(config);
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Under npm one Ctrl-C arrives twice, from the terminal and from npm.
    process.on(signal, () => {
      if (!isStopping) void stop(desk);
      isStopping = true;
    });
  }
  try {
    await desk.app.listen({ host, port });
  } catch (error) {
    await desk.close();
    throw error;
  }
  if (!isLoopback(host)) {
    console.warn(`Relaydesk has no accounts: everybody who reaches ${host}:${port} can read and change every ticket.`);
  }
  // With PORT=0 the system chooses.
  const { port: actualPort } = desk.app.server.address() as AddressInfo;
  const address = `http://${isLoopback(host) ? 'localhost' : host}:${actualPort}`;
  console.log(`Relaydesk is ready, with ${desk.database}.
  Desk      ${address}
  GraphQL   ${address}/graphiql
  REST      ${address}/api/`);
}

/** First the word that no more should come, then the end of what is in flight, then of the process; in bounded time. */
async function stop(desk: Desk): Promise<void> {
  setTimeout(() => process.exit(1), longestStopMs).unref();
  desk.turnAway();
  await setTimeoutAsync(farewellMs);
  await desk.close();
  process.exit(0);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** What was expected to go wrong is told in a sentence; anything else with its stack. */
function startSentence(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseStartError) return error.message;
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT to a free one.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${address}. Set HOST to one that it has.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
