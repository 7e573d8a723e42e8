import type { Socket } from 'node:net';
import { barestHeaders } from './security-headers.js';

/** What Node's parser could not take for a request, by its codes. */
const answers: Record<string, readonly [status: string, detail: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The address and headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request was not complete in time.'],
};

/** There is no request to answer yet, so the answer is written by hand, and the connection ends with it. */
export function answerBadHttp(error: Error & { code?: string }, socket: Socket): void {
  const [status, detail] = answers[error.code ?? ''] ?? ['400 Bad Request', 'This is not a proper HTTP request.'];
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify({ detail });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    connection: 'close',
    ...barestHeaders,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`);
}
