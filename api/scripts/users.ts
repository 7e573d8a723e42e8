/** `npm run users -- list | add | reset | end-sessions | deactivate`: asks the desk that holds the embedded database, else the database itself. */
import { loadConfig } from '../src/config.js';
import { openDatabase } from '../src/database/data-source.js';
import { noAccountCourier } from '../src/identity/accounts/account-courier.js';
import { runUsersCommand, UsageError, usage } from '../src/identity/command/users-command.js';
import { askRunningDesk } from '../src/identity/command/users-socket.js';
import { buildIdentity } from '../src/identity/identity.js';
import { silentLogger } from '../src/logger.js';
import { handOverTickets } from '../src/tickets/write/assignment.js';

async function run(args: readonly string[]): Promise<string[]> {
  if (args.length === 0) throw new UsageError(usage);
  const { database: databaseConfig, identity: identityConfig } = loadConfig(process.env);
  if (databaseConfig.location.kind === 'embedded') {
    const lines = await askRunningDesk(databaseConfig.location.directory, args);
    if (lines) return lines;
  }
  const database = await openDatabase(databaseConfig, { logger: silentLogger, entities: [] });
  try {
    const { accounts, sessions, config } = buildIdentity(database.dataSource, identityConfig, {
      hosts: [],
      handOver: handOverTickets,
      courier: noAccountCourier,
    });
    return await runUsersCommand({ accounts, sessions, publicUrl: config.publicUrl }, args);
  } finally {
    await database.close();
  }
}

try {
  for (const line of await run(process.argv.slice(2))) console.log(line);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
