/** What ugly mail is put together from. */
import { multipart, type Part } from './ugly-mail.js';

export const text = (body: string): Part => ({ type: 'text/plain; charset=utf-8', body });
export const html = (body: string): Part => ({ type: 'text/html; charset=utf-8', body });
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const image: Part = {
  type: 'image/png',
  headers: [
    'Content-ID: <dot@x>',
    'Content-Disposition: inline; filename=dot.png',
    'Content-Transfer-Encoding: base64',
  ],
  body: png,
};
export const file = (disposition: string, type = 'application/octet-stream', body = 'content'): Part => ({
  type,
  headers: [`Content-Disposition: ${disposition}`],
  body,
});
export const nested = (kind: string, parts: readonly Part[], boundary: string): Part =>
  multipart(kind, parts, boundary);

export function deep(levels: number): Part {
  let part = text('at the bottom');
  for (let level = 0; level < levels; level++) part = nested('mixed', [part], `deep${level}`);
  return part;
}

export const flowed = ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes'];
