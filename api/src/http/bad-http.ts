import type { Socket } from 'node:net';

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
  const head = `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.end(`${head}\r\n\r\n${body}`);
}
