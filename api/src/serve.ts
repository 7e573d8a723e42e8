import cluster from 'node:cluster';
import { type AddressInfo, Server } from 'node:net';
import { setImmediate as setImmediateAsync, setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildDesk, type Desk } from './app.js';
import type { Config } from './config.js';
import { ownAddress } from './http/own-address.js';
import { offerUsersCommand } from './identity/command/users-socket.js';

/** While balancers and clients with kept connections learn that the desk goes away, it still answers. */
const farewellMs = 300;
/** While connections that were made just before the door was shut bring their requests. */
const lastCallMs = 100;
const longestStopMs = 20_000;

/** What a worker process tells the one that started it: it answers requests. */
export type ReadyMessage = { readonly isReady: true } & Started;

/** What a desk that has started says: whether it has a team, and how it greets. */
export type Started = { readonly greeting: string; readonly hasTeam: boolean };

/** Runs the desk in this process until a signal ends it, alone or as one of several workers behind one port. */
export async function serve(config: Config): Promise<Started> {
  const { host, port } = config.server;
  const desk = await buildDesk(config);
  onStopSignal(() => stop(desk));
  const { identity } = desk.services;
  let code: string | null;
  try {
    // Whoever sees the desk answer finds the file with its code.
    code = await identity.setupCode();
    await desk.app.listen({ host, port });
  } catch (error) {
    await desk.close();
    throw error;
  }
  giveBackMemory();
  await offerCommand(desk, config);
  const greeting = greetingOf(desk, host) + invitation(code, identity.config.publicUrl);
  const started = { greeting, hasTeam: code === null };
  if (cluster.isWorker) process.send?.({ isReady: true, ...started } satisfies ReadyMessage);
  else console.log(greeting);
  return started;
}

/**
 * What loading the modules left behind is a third of the memory at rest, and a quiet desk would keep it for hours. The
 * collection takes about 50 ms, so it comes before the desk says that it is ready.
 */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Under npm one Ctrl-C arrives twice, from the terminal and from npm. */
export function onStopSignal(stopOnce: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!isStopping) void stopOnce();
      isStopping = true;
    });
  }
}

/** First the word that no more should come, then the end of what is in flight, then of the process; in bounded time. */
async function stop(desk: Desk): Promise<void> {
  setTimeout(() => process.exit(1), longestStopMs).unref();
  desk.turnAway();
  await setTimeoutAsync(farewellMs);
  // Right after the system was asked for connections there is hardly one that nobody has fetched, which would be reset.
  await setImmediateAsync();
  // Only the door: HTTP's own `close` also cuts connections whose request is on its way.
  Server.prototype.close.call(desk.app.server);
  await setTimeoutAsync(lastCallMs);
  await desk.close();
  process.exit(0);
}

/** The operator's command cannot open a database that this process holds. */
async function offerCommand(
  { services: { identity }, app }: Desk,
  { database: { location }, identity: { publicUrl } }: Config,
) {
  if (location.kind !== 'embedded') return;
  const { accounts, sessions } = identity;
  try {
    await offerUsersCommand({ accounts, sessions, publicUrl }, location.directory);
  } catch (error) {
    app.log.warn({ err: error }, 'The users command cannot reach this desk; it works while the desk is stopped.');
  }
}

/** While there is no account: what makes the first administrator, which the operator alone reads. */
function invitation(code: string | null, publicUrl: string): string {
  return code === null ? '' : `\n  Set up    ${publicUrl}/setup with the code ${code}`;
}

function greetingOf({ app, database }: Desk, host: string): string {
  // With PORT=0 the system chooses.
  const { port } = app.server.address() as AddressInfo;
  const address = ownAddress(host, port);
  return `Relaydesk is ready, with ${database}.
  Desk      ${address}
  GraphQL   ${address}/graphiql
  REST      ${address}/api/`;
}
