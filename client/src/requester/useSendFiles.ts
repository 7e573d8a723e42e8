import { useState } from 'react';
import { apiUrl } from '../apollo/apiUrl.js';

export interface SentFile {
  /** Of this list alone. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Between 0 and 1. */
  readonly progress: number;
  /** Once it is there. */
  readonly id: string | null;
  readonly fault: string | null;
}

export const mostFiles = 10;
const mostBytes = 25 * 2 ** 20;

/** Files on their way to the desk, for the next answer. They keep their places when an answer fails. */
export function useSendFiles() {
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const change = (key: string, values: Partial<SentFile>) =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...values } : file)));

  const add = (chosen: readonly File[]) => {
    const room = Math.max(0, mostFiles - files.length);
    for (const file of chosen.slice(0, room)) {
      const key = crypto.randomUUID();
      const fault = faultOf(file);
      setFiles((all) => [...all, { key, name: file.name, size: file.size, progress: 0, id: null, fault }]);
      if (fault) continue;
      void send(file, (progress) => change(key, { progress })).then(
        (id) => change(key, { id, progress: 1 }),
        (error: unknown) => change(key, { fault: error instanceof Error ? error.message : 'It could not be sent.' }),
      );
    }
  };
  const remove = (key: string) => setFiles((all) => all.filter((file) => file.key !== key));
  return { files, add, remove, clear: () => setFiles([]) };
}

function faultOf({ size }: File): string | null {
  if (size === 0) return 'The file is empty.';
  return size > mostBytes ? 'The limit is 25 MB.' : null;
}

/** By XMLHttpRequest: fetch does not tell how much has been sent. */
function send(file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new Error('It could not be sent. Choose it again.'));
    request.open('POST', `${apiUrl}/api/files/?as=request&name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', lost);
    request.addEventListener('load', () => {
      const { id, detail } = parsed(request.responseText);
      if (request.status === 201 && id) resolve(id);
      else if (detail) reject(new Error(detail));
      else lost();
    });
    request.send(file);
  });
}

function parsed(text: string): { id?: string; detail?: string } {
  try {
    return JSON.parse(text) as { id?: string; detail?: string };
  } catch {
    return {};
  }
}
