/** Sends one file to the desk. By XMLHttpRequest, because fetch does not tell how much has been sent. */
import { apiUrl } from '../apollo/apiUrl.js';
import { limits } from '../gql/limits.js';
import { describeSize } from './describeSize.js';

/** On whose account: of somebody who works at the desk, or of the holder of a link to one request. */
export type Sender = 'member' | 'request';

export type Outcome =
  | { readonly state: 'sent'; readonly id: string }
  | { readonly state: 'failed'; readonly problem: string; readonly canRetry: boolean };

const failed = (problem: string, canRetry: boolean): Outcome => ({ state: 'failed', problem, canRetry });
const tooLarge = `Larger than ${describeSize(limits.fileBytes)}.`;

/** Resolves with what became of it, never rejects. The signal ends it without a word. */
export function sendFile(
  sender: Sender,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  if (file.size > limits.fileBytes) return Promise.resolve(failed(tooLarge, false));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: file.name, ...(sender === 'request' && { as: sender }) });
    request.open('POST', `${apiUrl}/api/files/?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress(file.size > 0 ? loaded / file.size : 1);
    request.onload = () => resolve(outcomeOf(sender, request.status, parsed(request.responseText)));
    request.onerror = () => resolve(failed('The upload was interrupted.', true));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

const shutOut: Record<Sender, string> = {
  member: 'You cannot upload files. Sign in again.',
  request: 'The file was refused. Open your link again.',
};

function outcomeOf(sender: Sender, status: number, body: Readonly<Record<string, unknown>>): Outcome {
  const { id, detail, file } = body;
  if (status === 201 && typeof id === 'string') return { state: 'sent', id };
  switch (status) {
    case 400:
      return failed(Array.isArray(file) ? String(file[0]) : 'The file was refused.', false);
    case 401:
    case 403:
      return failed(shutOut[sender], true);
    case 413:
      return failed(tooLarge, false);
    case 429:
      return failed(typeof detail === 'string' ? detail : 'Too many files at once.', true);
    case 507:
      return failed('The desk has no room for the file.', true);
    default:
      return failed('The file could not be uploaded.', true);
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    // A proxy answered in words of its own; the status says enough.
    return {};
  }
}
