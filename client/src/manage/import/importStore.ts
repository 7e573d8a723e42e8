/**
 * The import that runs, if one does. It lives outside React, so that it goes on while the person looks at another page. The
 * file goes up by XMLHttpRequest, because only that tells how far an upload is; the server takes it in as it comes and
 * answers a line of JSON every so often, the last of which is the report.
 */
import { apiUrl } from '../../apollo/apiUrl.js';
import { type ImportMapping, mappingParams } from './importMapping.js';
import { contentType, refusalOf } from './importPreview.js';
import { type ImportReport, parseLines, readReport } from './importReport.js';

export interface ImportState {
  fileName: string;
  /** Of the file, between 0 and 1. */
  fraction: number;
  report: ImportReport;
  phase: 'running' | 'done' | 'stopped' | 'failed';
  /** Why it failed. */
  message: string | null;
}

let state: ImportState | null = null;
let request: XMLHttpRequest | null = null;
const listeners = new Set<() => void>();

export const importStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => state,
};

function publish(next: ImportState | null) {
  state = next;
  for (const listener of listeners) listener();
}

function advance(change: Partial<ImportState>) {
  if (state) publish({ ...state, ...change });
}

/** Resolves when the server is done with the file, whatever became of it. */
export function importFile(file: File, mapping: ImportMapping): Promise<void> {
  publish({ fileName: file.name, fraction: 0, report: readReport([]), phase: 'running', message: null });
  const xhr = new XMLHttpRequest();
  request = xhr;
  const currentReport = () => readReport(parseLines(xhr.responseText));
  return new Promise((resolve) => {
    xhr.upload.onprogress = ({ loaded, total }) => advance({ fraction: total > 0 ? loaded / total : 0 });
    xhr.onprogress = () => advance({ report: currentReport() });
    xhr.onload = () => {
      if (xhr.status >= 400) return advance({ phase: 'failed', message: refusal(xhr) });
      const report = currentReport();
      advance({ phase: report.error ? 'failed' : 'done', fraction: 1, report, message: report.error });
    };
    xhr.onabort = () => advance({ phase: 'stopped', report: currentReport() });
    xhr.onerror = () => advance({ phase: 'failed', message: 'The connection was lost.' });
    xhr.onloadend = () => {
      request = null;
      resolve();
    };
    xhr.open('POST', `${apiUrl}/api/tickets/import/?${mappingParams(mapping)}`);
    xhr.setRequestHeader('content-type', contentType(file));
    xhr.send(file);
  });
}

/** Rows that the server has taken in already stay. */
export function cancelImport(): void {
  request?.abort();
}

export function dismissImport(): void {
  publish(null);
}

function refusal(xhr: XMLHttpRequest): string {
  const [body] = parseLines(xhr.responseText);
  return refusalOf(body) ?? `The server answered ${xhr.status}.`;
}
