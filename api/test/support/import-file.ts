import type { TestDesk } from './desk.js';

type Report = {
  imported: number;
  duplicates: number;
  rejected: number;
  rejects: { line: number; reason: string; raw: string | null }[];
  delimiter: string | null;
  preset: string | null;
  header: string | null;
};

/** Answers the last line of the answer, which is the report. */
export async function importFile(desk: TestDesk, file: string | Uint8Array, query: string, type: string) {
  const headers = { 'content-type': type };
  const answer = await fetch(`${desk.url}/api/tickets/import/${query}`, { method: 'POST', headers, body: file });
  const lines = (await answer.text()).trim().split('\n');
  return { status: answer.status, report: JSON.parse(lines.at(-1) ?? '{}') as Report & { detail?: string } };
}
