/** The database under attack: an installed PostgreSQL, started for the file and made to be broken, else the embedded one. */
import { createEmbeddedTestDatabase } from '../../test/support/database.js';
import { findPostgres, startPostgres } from '../../test/support/postgres-server.js';
import { databaseVariables } from '../../test/support/server-process.js';

export type ChaosDatabase = { readonly variables: Record<string, string>; close(): Promise<void> };

export async function createChaosDatabase(): Promise<ChaosDatabase> {
  const installation = findPostgres();
  if (!installation) {
    const { config, close } = await createEmbeddedTestDatabase();
    return { variables: databaseVariables(config), close };
  }
  const server = await startPostgres(installation);
  return { variables: { DATABASE_URL: server.url }, close: () => server.remove() };
}
