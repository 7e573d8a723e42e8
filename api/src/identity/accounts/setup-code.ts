/**
 * What the operator alone has on a desk without a team: a code that the start prints. The file keeps it for the next
 * start; the database has its digest. Both are gone once somebody is the first administrator.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { digestOf, newSetupCode, normalSetupCode } from '../sessions/secrets.js';
import { hasTeam } from './first-administrator.js';

const fileName = 'setup-code';

/** Null once the desk has a team. */
export async function setupCode(dataSource: DataSource, directory: string): Promise<string | null> {
  const file = join(directory, fileName);
  if (await hasTeam(dataSource)) {
    rmSync(file, { force: true });
    return null;
  }
  const code = keptIn(file) ?? kept(file, directory);
  await dataSource.query(
    `insert into one_time_secret (secret_hash, kind) values ($1, 'setup') on conflict do nothing`,
    [digestOf(code)],
  );
  return code;
}

export async function isSetupCode(database: DataSource | EntityManager, typed: string): Promise<boolean> {
  const rows = await database.query<unknown[]>(
    `select from one_time_secret where secret_hash = $1 and kind = 'setup'`,
    [digestOf(normalSetupCode(typed))],
  );
  return rows.length > 0;
}

function keptIn(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/.test(text) ? text : null;
  } catch {
    return null;
  }
}

/**
 * The processes of one start come together; whose file is there first says what the code is. Where nothing can be
 * written the code is good for this start alone.
 */
function kept(file: string, directory: string): string {
  const code = newSetupCode();
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, `${code}\n`, { mode: 0o600, flag: 'wx' });
    return code;
  } catch {
    return keptIn(file) ?? code;
  }
}
