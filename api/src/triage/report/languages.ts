/** Finds out in which languages tickets are written, for the report alone: a moment later, and in a thread of its own. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DataSource } from 'typeorm';

export const languageIntervalMs = 60_000;
const batchSize = 500;
/** A round gives way to the next, so that stopping a process waits for no backlog. */
const longestRoundMs = 2_000;
/** Enough to tell a language by. */
const textLength = 1_000;

/**
 * Answers how many it noted. The thread ends with the work: the tables of the detector take 30 MB, which a desk at rest
 * should not keep.
 */
export async function noteLanguages(dataSource: DataSource): Promise<number> {
  let rows = await unnoted(dataSource);
  if (rows.length === 0) return 0;
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./language-worker.${extension}`, import.meta.url), { env: {} });
  worker.unref();
  let noted = 0;
  try {
    const end = performance.now() + longestRoundMs;
    while (rows.length > 0) {
      worker.postMessage(rows.map(({ text }) => text));
      const [languages] = (await once(worker, 'message')) as [string[]];
      await dataSource.query(
        `update triage_suggestion set language = said.language
         from unnest($1::uuid[], $2::text[]) as said (id, language) where triage_suggestion.id = said.id`,
        [rows.map(({ id }) => id), languages],
      );
      noted += rows.length;
      rows = rows.length === batchSize && performance.now() < end ? await unnoted(dataSource) : [];
    }
    return noted;
  } finally {
    await worker.terminate();
  }
}

function unnoted(dataSource: DataSource): Promise<{ id: string; text: string }[]> {
  return dataSource.query(
    `select triage_suggestion.id, left(title || E'\\n' || description, $1) as text
     from triage_suggestion join ticket on ticket.number = ticket_number
     where language is null limit $2`,
    [textLength, batchSize],
  );
}
