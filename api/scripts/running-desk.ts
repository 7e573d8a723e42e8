import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Destination, Outcome, ReadableRow } from './import-run.js';

const patienceMs = 3_000;
const attempts = 6;

/** The index of the REST API, by which a desk is told from anything else that may listen there. */
const deskIndex = z.object({ tickets: z.string(), stats: z.string(), classify: z.string() });

const report = z.object({
  imported: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  rejects: z.array(z.object({ line: z.number(), reason: z.string() })),
  error: z.string().optional(),
});

/** What answers at `url`. */
export async function findDesk(url: string): Promise<'desk' | 'something' | 'nothing'> {
  try {
    const response = await fetch(`${url}/api/`, { signal: AbortSignal.timeout(patienceMs) });
    const body: unknown = await response.json().catch(() => null);
    return deskIndex.safeParse(body).success ? 'desk' : 'something';
  } catch {
    return 'nothing';
  }
}

/** A desk that runs, asked through its import address. It reports rejects up to a number, which a portion never exceeds. */
export class RunningDesk implements Destination {
  readonly description: string;

  constructor(
    private readonly url: string,
    private readonly isDryRun: boolean,
  ) {
    this.description = `Relaydesk at ${url}`;
  }

  async take(rows: readonly ReadableRow[]): Promise<Outcome> {
    const body = rows.map(({ fields }) => JSON.stringify(fields)).join('\n');
    try {
      const answer = report.parse(JSON.parse(lastLine(await this.post(body))));
      // The desk counts the lines that it was sent.
      const rejects = answer.rejects.map(({ line, reason }) => {
        const row = rows[line - 1];
        return { line: row?.line ?? line, reason, raw: row?.raw ?? null };
      });
      return { ...answer, rejects, failure: answer.error ?? null };
    } catch (error) {
      const failure = `${this.description} did not answer as expected, so some of these rows may be in: ${reasonOf(error)}`;
      return { imported: 0, duplicates: 0, rejected: 0, rejects: [], failure };
    }
  }

  async close(): Promise<void> {}

  /** A desk that is too busy to begin says so, and is asked again. */
  private async post(body: string): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(`${this.url}/api/tickets/import/?preset=none${this.isDryRun ? '&dry_run=1' : ''}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body,
      });
      const text = await response.text();
      if (response.ok) return text;
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || attempt === attempts) throw new Error(`${response.status} ${text.slice(0, 500)}`);
      await delay(1_000 * Number(response.headers.get('retry-after') ?? attempt));
    }
  }
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** What fetch throws says little; its cause says what happened. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
