import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { BodyError } from './wire-faults.js';

/**
 * JSON as both doors read it, and nothing else. No text is no fields (many clients announce JSON on a DELETE without a
 * body), `__proto__` is an unknown field like others, and bytes that are no UTF-8 are refused, not replaced.
 */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('remove', 'remove');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(body)) return done(new BodyError(400, 'JSON parse error - the body is not UTF-8.'));
    const text = body.toString();
    if (text.trim() === '') done(null, undefined);
    else void parse(request, text, done);
  });
}
