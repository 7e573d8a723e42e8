/**
 * How long and how large a body may be. Node's own limit counts the whole request, which would cut off a large file
 * that is read as slowly as it is stored; so ordinary bodies have a deadline here, and streamed ones one per part.
 */
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { BodyError } from '../http/wire-faults.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads its body by itself, through `boundedBody`. */
    streamsBody?: boolean;
  }
}

/** A body that is not complete in time is answered with 408. */
export function endStalledBodies(app: FastifyInstance, timeoutMs: number): void {
  app.addHook('preParsing', ({ headers, raw, routeOptions }, _reply, body, done) => {
    const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
    if (!hasBody || routeOptions.config.streamsBody) return done(null, body);
    const timer = setTimeout(() => {
      // Told to the parser that waits; a route that parses nothing waits for nobody.
      const isAwaited = raw.listenerCount('error') > 0;
      if (isAwaited) raw.emit('error', new BodyError(408, 'The request was not complete in time.'));
      else raw.destroy();
    }, timeoutMs).unref();
    raw.once('close', () => clearTimeout(timer));
    raw.once('end', () => clearTimeout(timer));
    done(null, body);
  });
}

export type BodyLimits = {
  readonly mostBytes: number;
  /** How long the next part may take, from the moment that it is asked for. */
  readonly stallMs: number;
};

/** The body part by part. @throws BodyError when it is too large or stalls */
export async function* boundedBody(body: Readable, { mostBytes, stallMs }: BodyLimits): AsyncGenerator<Uint8Array> {
  const parts = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  for (let received = 0; ; ) {
    const { done, value } = await inTime(parts.next(), stallMs);
    if (done) return;
    received += value.length;
    if (received > mostBytes) throw tooLarge(mostBytes);
    yield value;
  }
}

export function tooLarge(mostBytes: number): BodyError {
  return new BodyError(413, `The file is larger than ${Math.floor(mostBytes / 2 ** 20)} MB.`);
}

/** Reads what is left of a refused body to nowhere: a connection cut at once would take the answer with it. */
export function discardRest(body: Readable, timeoutMs: number): void {
  if (body.destroyed) return;
  const timer = setTimeout(() => body.destroy(), timeoutMs).unref();
  body.once('close', () => clearTimeout(timer)).resume();
}

async function inTime<T>(next: Promise<T>, limitMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new BodyError(408, `Nothing of the file came for ${limitMs / 1_000} s.`)),
    limitMs,
  );
  // Whichever loses has nobody left to tell.
  next.catch(() => undefined);
  return Promise.race([next, late]).finally(() => clearTimeout(timer));
}
