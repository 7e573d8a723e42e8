/** Bodies that come compressed are unpacked before anybody reads them, and count in full against the limits. */
import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { BodyError } from './wire-faults.js';

const unpackers: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

const taken = 'gzip, deflate, br';

export function unpackBodies(app: FastifyInstance): void {
  app.addHook('preParsing', ({ headers }, reply, body, done) => {
    const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
    if (encoding === '' || encoding === 'identity') return done(null, body);
    const unpacker = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
    // The parts of a form are read from the connection itself.
    const isForm = headers['content-type']?.startsWith('multipart/');
    if (!unpacker || isForm) {
      reply.header('accept-encoding', isForm ? 'identity' : taken);
      const cure = isForm ? 'Send multipart forms uncompressed.' : `Send ${taken}, or an uncompressed body.`;
      return done(new BodyError(415, `Content encoding "${encoding}" is not supported. ${cure}`));
    }
    return done(null, unpacked(body as Readable, unpacker(), encoding));
  });
}

/** With the number of bytes that came, which Fastify compares with the announced length. */
function unpacked(body: Readable, unpacker: Transform, encoding: string): Readable {
  body.pipe(unpacker);
  async function* parts(): AsyncGenerator<Buffer> {
    try {
      yield* unpacker as AsyncIterable<Buffer>;
    } catch (error) {
      throw body.errored ?? new BodyError(400, `The body is not valid ${encoding}.`, { cause: error });
    }
  }
  // Not a pipeline, which would cut the connection before the answer.
  body.once('error', (error) => unpacker.destroy(error));
  const whole = Object.assign(Readable.from(parts(), { objectMode: false }), { receivedEncodedLength: 0 });
  body.on('data', (part: Buffer) => {
    whole.receivedEncodedLength += part.length;
  });
  return whole;
}
