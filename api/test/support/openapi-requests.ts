/** A good request of each operation that the REST document describes, and how it is sent. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { TestDesk } from './desk.js';
import type { RawAnswer } from './openapi-judge.js';

export type Sent = {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  stalls?: boolean;
};

/** Makes requests that fetch refuses to make: with any Host, and with bodies that never end. */
export async function send(
  { url }: TestDesk,
  { method, path, headers = {}, body, stalls = false }: Sent,
): Promise<RawAnswer> {
  const length = Buffer.byteLength(body ?? '') + (stalls ? 1 : 0);
  const call = request(url + path, { method, headers: { 'content-length': String(length), ...headers } });
  call.on('error', () => undefined);
  if (stalls) call.write(body);
  else call.end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  const answer = { status: response.statusCode ?? 0, headers: response.headers, text: await textOf(response) };
  call.destroy();
  return answer;
}

export const json = { 'content-type': 'application/json' };
export const form = { 'content-type': 'application/x-www-form-urlencoded' };
export const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
export const part = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
export const ticket = JSON.stringify({
  title: 'Printer',
  description: 'It smokes.',
  category: 'technical',
  priority: 'low',
});

/** A good request of each operation; {id} is a ticket of its own. */
export const good: Record<string, Sent> = {
  getIndex: { method: 'GET', path: '/api' },
  getOpenApi: { method: 'GET', path: '/api/openapi.json' },
  getDocs: { method: 'GET', path: '/api/docs' },
  listTickets: { method: 'GET', path: '/api/tickets?limit=1' },
  createTicket: { method: 'POST', path: '/api/tickets', headers: json, body: ticket },
  getTicket: { method: 'GET', path: '/api/tickets/{id}' },
  replaceTicket: { method: 'PUT', path: '/api/tickets/{id}', headers: json, body: ticket },
  updateTicket: { method: 'PATCH', path: '/api/tickets/{id}', headers: json, body: '{"status":"closed"}' },
  deleteTicket: { method: 'DELETE', path: '/api/tickets/{id}' },
  listMessages: { method: 'GET', path: '/api/tickets/{id}/messages?limit=1' },
  getTicketOriginal: { method: 'GET', path: '/api/tickets/{mailed}/original' },
  getTicketFormatted: { method: 'GET', path: '/api/tickets/{mailed}/formatted' },
  getReplyOriginal: { method: 'GET', path: '/api/replies/{answer}/original' },
  getReplyFormatted: { method: 'GET', path: '/api/replies/{answer}/formatted' },
  addMessage: { method: 'POST', path: '/api/tickets/{id}/messages', headers: json, body: '{"body":"Hello."}' },
  listNotes: { method: 'GET', path: '/api/tickets/{id}/notes' },
  addNote: { method: 'POST', path: '/api/tickets/{id}/notes', headers: json, body: '{"body":"Hello."}' },
  exportTickets: { method: 'GET', path: '/api/tickets/export.csv' },
  exportMessages: { method: 'GET', path: '/api/tickets/messages.csv' },
  importTickets: {
    method: 'POST',
    path: '/api/tickets/import',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${ticket}\n{}\n`,
  },
  sendFile: {
    method: 'POST',
    path: '/api/files?name=note.txt',
    headers: { 'content-type': 'text/plain' },
    body: 'It smokes.',
  },
  getMe: { method: 'GET', path: '/api/me' },
  exportAudit: { method: 'GET', path: '/api/audit.csv' },
  previewImport: {
    method: 'POST',
    path: '/api/tickets/import/preview',
    headers: { 'content-type': 'text/csv' },
    body: 'Subject,description,status\nPrinter,It smokes.,Solved\n',
  },
  getTicketStats: { method: 'GET', path: '/api/tickets/stats' },
  classifyTicket: {
    method: 'POST',
    path: '/api/tickets/classify',
    headers: json,
    body: '{"description":"It smokes."}',
  },
};
