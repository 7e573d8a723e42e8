/** Where the rows go: to the desk that runs, or to its database when none does. Both are asked a portion at a time. */
import { buildDesk } from '../src/app.js';
import { systemCaller } from '../src/caller.js';
import type { Config } from '../src/config.js';
import { ownAddress } from '../src/http/own-address.js';
import type { ImportProgress } from '../src/imports/import.service.js';
import type { ImportReject } from '../src/imports/imported-row.js';
import type { Destination, ReadableRow } from './import-run.js';
import { findDesk, RunningDesk } from './running-desk.js';

export async function openDestination(
  config: Config,
  options: { url: string | null; isDryRun: boolean },
): Promise<Destination> {
  const url = options.url ?? ownAddress(config.server.host, config.server.port);
  const found = await findDesk(url);
  if (found === 'desk') return new RunningDesk(url, options.isDryRun);
  if (options.url !== null) {
    throw new Error(found === 'nothing' ? `Nothing answers at ${url}.` : `What answers at ${url} is not a Relaydesk.`);
  }
  return openDatabase(config, options.isDryRun);
}

/** The database is used through the desk's own services, as its server would. */
async function openDatabase(config: Config, isDryRun: boolean): Promise<Destination> {
  const desk = await buildDesk({ ...config, log: { level: 'silent' } });
  const { imports, triage } = desk.services;
  return {
    description: desk.database,
    async take(rows) {
      const rejects: ImportReject[] = [];
      let last: ImportProgress = { imported: 0, duplicates: 0, rejected: 0 };
      const progress = imports.run(systemCaller, inTurn(rows), {
        suggest: (text) => triage.suggestUnsaved(systemCaller, text, { asksModel: false }),
        isDryRun,
        reject: (reject) => rejects.push(reject),
      });
      try {
        for await (last of progress);
        return { ...last, rejects, failure: null };
      } catch (error) {
        return { ...last, rejects, failure: (error as Error).message };
      }
    },
    close: () => desk.close(),
  };
}

async function* inTurn(rows: readonly ReadableRow[]): AsyncGenerator<ReadableRow> {
  yield* rows;
}
