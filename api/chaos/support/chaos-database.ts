/** The databases under attack: the embedded one, and an installed PostgreSQL, started for a test and made to be broken. */
import { createEmbeddedTestDatabase } from '../../test/support/database.js';
import { findPostgres, startPostgres } from '../../test/support/postgres-server.js';
import { databaseVariables } from '../../test/support/server-process.js';

export type ChaosDatabase = { readonly variables: Record<string, string>; close(): Promise<void> };

export const postgres = findPostgres();

export async function createEmbeddedDatabase(): Promise<ChaosDatabase> {
  const { config, close } = await createEmbeddedTestDatabase();
  return { variables: databaseVariables(config), close };
}

/** PostgreSQL where there is one. */
export async function createChaosDatabase(): Promise<ChaosDatabase> {
  if (!postgres) return createEmbeddedDatabase();
  const server = await startPostgres(postgres);
  return { variables: { DATABASE_URL: server.url }, close: () => server.remove() };
}
