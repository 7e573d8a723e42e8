/** Answers that are written as they are read, for lists of any length. */
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReadyBytes } from '../http/ready-bytes.js';

/** In constant memory: nothing more is read until the caller has taken what was written. */
export async function stream(
  chunks: AsyncGenerator<string | ReadyBytes>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  try {
    // The first one before the head: a database that is not there is still a proper 503.
    let next = await chunks.next();
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value ?? '');
    reply.hijack();
    const response = reply.raw.writeHead(200);
    if (request.method === 'HEAD') return response.end();
    try {
      for (; !next.done; next = await chunks.next()) {
        if (!write(response, next.value)) await drained(response);
        if (response.destroyed) return;
      }
      response.end();
    } catch (error) {
      request.log.error({ err: error }, 'The list broke off.');
      // A cut answer must not look complete.
      response.destroy();
    }
  } finally {
    // Whoever leaves ends the reading, too.
    await chunks.return(undefined);
  }
}

/** Answers whether more may be written at once. */
function write(response: ServerResponse, chunk: string | ReadyBytes): boolean {
  return typeof chunk === 'string' ? response.write(chunk) : response.write(chunk.written, () => chunk.giveBack());
}

/** Also where the client leaves instead of reading on. */
function drained(response: ServerResponse): Promise<void> {
  // Who left before neither drains nor closes any more.
  if (response.destroyed) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = () => {
    response.off('drain', done).off('close', done);
    resolve();
  };
  response.on('drain', done).on('close', done);
  return promise;
}

/** One JSON array of all batches together. */
export async function* jsonOf(batches: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  let separator = '[';
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield separator + JSON.stringify(batch).slice(1, -1);
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}
