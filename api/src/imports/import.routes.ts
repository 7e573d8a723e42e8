/** POST /api/tickets/import/: a streamed file in, lines of JSON out, the last of which is the report. And its preview. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller.js';
import { BodyError } from '../http/wire-faults.js';
import { type BodyLimits, boundedBody, discardRest, tooLarge } from '../rest/request-body.js';
import { resource } from '../rest/resource.js';
import { brokenOff } from '../rest/rest-errors.js';
import { leftOut } from './files/file-facts.js';
import { type FileFormat, ImportFile } from './files/import-rows.js';
import type { ImportProgress, SuggestForRow, TicketImportService } from './import.service.js';
import { parseImportQuery, parsePreviewQuery } from './import-parameters.js';
import { KeptRejects } from './kept-rejects.js';

const formats: Readonly<Record<string, FileFormat>> = { 'text/csv': 'csv', 'application/x-ndjson': 'json' };

/** Of JSON only lists are files of tickets. */
const jsonType = 'application/json';

export type ImportServices = {
  readonly imports: TicketImportService;
  /** Free of charge, unless the caller says that a paid model may be asked. */
  readonly suggest: (caller: Caller, asksModel: boolean) => SuggestForRow;
  readonly limits: BodyLimits;
};

export function importRoutes({ imports, suggest, limits }: ImportServices): FastifyPluginAsync {
  return async (rest) => {
    rest.removeContentTypeParser(jsonType);
    rest.addContentTypeParser([...Object.keys(formats), jsonType], (_request, file, done) => done(null, file));
    resource(
      rest,
      '/tickets/import',
      {
        async POST(request, reply) {
          const { format, parts } = await fileIn(request, reply, limits);
          const { isDryRun, asksModel, reading } = parseImportQuery(request.query as Record<string, unknown>);
          const file = new ImportFile(parts, { format, reading });
          const rejects = new KeptRejects();
          const progress = imports.run(request.caller, file.rows(), {
            suggest: suggest(request.caller, asksModel),
            isDryRun,
            reject: (reject) => rejects.keep(reject),
          });
          // The first batch before the head: a database that is not there is still a proper 503.
          const first = await progress.next();
          refuseNothing(first.value ?? undefined);
          return reply
            .type('application/x-ndjson')
            .send(Readable.from(reportLines(first, progress, { file, rejects, request })));
        },
      },
      { streamsBody: true },
    );
    resource(
      rest,
      '/tickets/import/preview',
      {
        async POST(request, reply) {
          const { format, parts } = await fileIn(request, reply, limits);
          const { isPart, reading } = parsePreviewQuery(request.query as Record<string, unknown>);
          return imports.preview(request.caller, new ImportFile(parts, { format, reading, isPart, isTolerant: true }));
        },
      },
      { streamsBody: true },
    );
  };
}

type SentFile = { readonly format: FileFormat; readonly parts: AsyncIterable<Uint8Array> };

/** @throws BodyError for what is no file of tickets, or too large a one */
async function fileIn(request: FastifyRequest, reply: FastifyReply, limits: BodyLimits): Promise<SentFile> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const format = type === jsonType ? 'json' : formats[type];
  const unsupported = () => new BodyError(415, `Unsupported media type "${type}" in request.`);
  const body = request.body as Readable | null;
  if (!format || !body) throw unsupported();
  reply.raw.once('finish', () => discardRest(body, limits.stallMs));
  if (Number(request.headers['content-length']) > limits.mostBytes) throw tooLarge(limits.mostBytes);
  const parts = boundedBody(body, limits);
  return { format, parts: type === jsonType ? listOnly(parts, unsupported) : parts };
}

/** The same parts, where they begin a list. */
async function* listOnly(parts: AsyncIterable<Uint8Array>, refusal: () => BodyError): AsyncGenerator<Uint8Array> {
  let isList = false;
  for await (const part of parts) {
    const text: string = isList ? '' : Buffer.from(part).toString('utf8').replace('\uFEFF', '').trimStart();
    if (text !== '' && !text.startsWith('[')) throw refusal();
    isList ||= text !== '';
    yield part;
  }
}

/** @throws BodyError where the file had not one row */
function refuseNothing(progress: ImportProgress | undefined): void {
  if (progress && progress.imported + progress.duplicates + progress.rejected > 0) return;
  throw new BodyError(400, 'Nothing is imported: no row was found in the file.');
}

/** A line per batch and the report, which also says where and why an import broke off: what was told of is in. */
async function* reportLines(
  first: IteratorResult<ImportProgress, void>,
  progress: AsyncGenerator<ImportProgress>,
  { file, rejects, request }: { file: ImportFile; rejects: KeptRejects; request: FastifyRequest },
): AsyncGenerator<string> {
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  const report = () => {
    const { delimiter, preset, header } = file.facts;
    return { rejects: rejects.all, delimiter, preset, header, left_out: leftOut(file.facts) };
  };
  let last: ImportProgress = { imported: 0, duplicates: 0, rejected: 0 };
  try {
    for (let next = first; !next.done; next = await progress.next()) {
      last = next.value;
      yield line(last);
    }
    yield line({ ...last, ...report() });
  } catch (error) {
    yield line({ ...last, ...report(), error: brokenOff(error, request) });
  }
}
