import type { TestDesk } from './desk.js';

export type SentFile = { id: string; file_name: string; media_type: string; size: number; detail?: string };

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream;

/** Sends a file as the desk's own page does. */
export async function sendFile(
  desk: Pick<TestDesk, 'url'>,
  name: string,
  body: Body,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; body: SentFile }> {
  const answer = await fetch(`${desk.url}/api/files/?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as SentFile };
}
