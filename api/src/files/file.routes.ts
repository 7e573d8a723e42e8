/** POST /api/files/: a raw body in. GET /files/{id}/{name}: the same bytes out, and nothing of them runs. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { ForbiddenError, NotFoundError } from '../errors.js';
import { encodeGlobalId } from '../relay/global-id.js';
import { boundedBody, discardRest, tooLarge } from '../rest/request-body.js';
import { resource } from '../rest/resource.js';
import { byteRange } from './byte-range.js';
import { type FileService, mostFileBytes } from './file.service.js';
import type { FileAddresses } from './file-addresses.js';
import { isShown } from './media-type.js';
import type { StoredFile } from './stored-file.js';

export type FileDoor = {
  readonly files: FileService;
  readonly addresses: FileAddresses;
  /** Whether a page of somebody else asks, by its own word. */
  readonly isForeign: (request: FastifyRequest) => boolean;
  readonly stallMs: number;
};

export function fileRoutes({ files, isForeign, stallMs }: Omit<FileDoor, 'addresses'>): FastifyPluginAsync {
  return async (rest) => {
    // Whatever it is said to be, it is bytes.
    rest.removeAllContentTypeParsers();
    rest.addContentTypeParser('*', (_request, body, done) => done(null, body));
    rest.addHook('onRequest', async (request) => {
      if (request.method === 'POST' && isForeign(request))
        throw new ForbiddenError('This request comes from a page that is not of this desk.');
    });
    resource(
      rest,
      '/files',
      {
        async POST(request, reply) {
          const body = (request.body as Readable | undefined) ?? Readable.from([]);
          reply.raw.once('finish', () => discardRest(body, stallMs));
          const { name } = request.query as Readonly<Record<string, unknown>>;
          const length = request.headers['content-length'];
          if (Number(length) > mostFileBytes) throw tooLarge(mostFileBytes);
          const file = await files.receive(request.caller, {
            fileName: typeof name === 'string' ? name : '',
            size: length === undefined ? null : Number(length),
            parts: boundedBody(body, { mostBytes: mostFileBytes, stallMs }),
          });
          return reply.code(201).send({
            id: encodeGlobalId('Attachment', file.key),
            file_name: file.fileName,
            media_type: file.mediaType,
            size: file.size,
          });
        },
      },
      { streamsBody: true },
    );
  };
}

/** One answer for all that is refused: an address of somebody else, a late one, and one that nobody made. */
export function offerFiles(app: FastifyInstance, { files, addresses }: FileDoor): void {
  app.get('/files/:key/:name', { exposeHeadRoute: true }, async (request, reply) => {
    const { key } = request.params as { key: string };
    const isGood = addresses.isGood(request.caller, key, request.query as Readonly<Record<string, unknown>>);
    const known = isGood ? await files.find(request.caller, key) : null;
    if (!known) throw new NotFoundError('There is no file at this address.', ['id']);
    return send(files, known.file, request, reply);
  });
}

function send(files: FileService, file: StoredFile, request: FastifyRequest, reply: FastifyReply) {
  const { size, mediaType, fileName, sha256 } = file;
  const etag = `"${sha256}"`;
  const { range: asked, 'if-range': condition } = request.headers;
  const range = byteRange(condition === undefined || condition === etag ? asked : undefined, size);
  reply.headers({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
  });
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send('');
  const { from, to } = range ?? { from: 0, to: size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
  reply.headers({
    etag,
    'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'content-length': to - from + 1,
    'content-disposition': `${isShown(mediaType) ? 'inline' : 'attachment'}; filename*=UTF-8''${extended(fileName)}`,
  });
  const bytes = request.method === 'HEAD' ? [] : files.read(request.caller, file, from, to);
  // Chunk by chunk, as fast as the client takes them.
  return reply.send(Readable.from(bytes, { highWaterMark: 1, objectMode: true }));
}

/** What RFC 8187 lets stand for itself is less than what encodeURIComponent does. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
