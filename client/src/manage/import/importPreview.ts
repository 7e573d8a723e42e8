/** Asks the server what would become of a file. The beginning of a large one is enough to see. */
import { apiUrl } from '../../apollo/apiUrl.js';
import { type ChoiceField, type ImportedField, type ImportMapping, isJson, mappingParams } from './importMapping.js';

/** In bytes; some thousand rows. */
const sampleSize = 2 * 2 ** 20;

export interface PreviewColumn {
  name: string;
  field: ImportedField | null;
}

export interface PreviewValues {
  field: ChoiceField;
  values: { value: string; count: number; becomes: string | null }[];
}

export interface ImportPreview {
  delimiter: string | null;
  preset: string | null;
  columns: PreviewColumn[];
  values: PreviewValues[];
  rows: { line: number; cells: string[]; ticket: Partial<Record<ImportedField, string | null>> | null }[];
  counts: { rows: number; rejected: number };
  rejects: { line: number; reason: string; title: string | null }[];
  problem: string | null;
}

/** Whether the preview is of the beginning only. */
export function isSampled(file: File): boolean {
  return file.size > sampleSize;
}

export function contentType(file: { name: string }): string {
  return isJson(file) ? 'application/x-ndjson' : 'text/csv';
}

/** @throws Error with a sentence for the person */
export async function previewImport(file: File, mapping: ImportMapping, signal: AbortSignal): Promise<ImportPreview> {
  const params = mappingParams(mapping);
  if (isSampled(file)) params.set('part', '1');
  const headers = { 'content-type': contentType(file) };
  const body = file.slice(0, sampleSize);
  const lost = (error: unknown): never => {
    if (signal.aborted) throw error;
    throw new Error('The desk cannot be reached.', { cause: error });
  };
  const address = `${apiUrl}/api/tickets/import/preview/?${params}`;
  const answer = await fetch(address, { method: 'POST', headers, body, signal }).catch(lost);
  // An answer that breaks off, or is given up while it comes, is none.
  if (answer.ok) return (await answer.json().catch(lost)) as ImportPreview;
  const refusal = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  throw new Error(refusalOf(refusal) ?? `The server answered ${answer.status}.`);
}

/** The sentence of a refusal: of the whole, or of the first parameter at fault. */
export function refusalOf(body: Record<string, unknown> | undefined): string | null {
  if (typeof body?.detail === 'string') return body.detail;
  const [first] = Object.values(body ?? {}).flat();
  return typeof first === 'string' ? first : null;
}
