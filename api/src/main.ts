import type { AddressInfo } from 'node:net';
import { buildDesk } from './app.js';
import { ConfigError, loadConfig } from './config.js';
import { DatabaseStartError } from './database/database-start-error.js';

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
  let isClosing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Under npm one Ctrl-C arrives twice, from the terminal and from npm.
    process.on(signal, () => {
      if (!isClosing) void desk.close().then(() => process.exit(0));
      isClosing = true;
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
