/** POST /api/tickets/import/: a streamed file in, lines of JSON out, the last of which is the report. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Caller } from '../caller.js';
import { type BodyLimits, boundedBody, discardRest, tooLarge } from '../rest/request-body.js';
import { resource } from '../rest/resource.js';
import { brokenOff } from '../rest/rest-errors.js';
import type { ImportProgress, ImportReject, TicketImportService } from './import.service.js';
import { parseImportQuery } from './import-parameters.js';
import { csvRows, jsonRows } from './import-rows.js';
import type { Guess } from './imported-ticket.js';

const mostRejects = 1_000;

export type ImportServices = {
  readonly imports: TicketImportService;
  /** Free of charge, unless the caller says that a paid model may be asked. */
  readonly guess: (caller: Caller, asksModel: boolean) => Guess;
  readonly limits: BodyLimits;
};

export function importRoutes({ imports, guess, limits }: ImportServices): FastifyPluginAsync {
  return async (rest) => {
    const readers = { 'text/csv': csvRows, 'application/x-ndjson': jsonRows };
    rest.addContentTypeParser(Object.keys(readers), (_request, file, done) => done(null, file));
    resource(
      rest,
      '/tickets/import',
      {
        async POST(request, reply) {
          const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
          const read = type in readers ? readers[type as keyof typeof readers] : null;
          if (!read) return reply.code(415).send({ detail: `Unsupported media type "${type}" in request.` });
          const file = request.body as Readable;
          reply.raw.once('finish', () => discardRest(file, limits.stallMs));
          if (Number(request.headers['content-length']) > limits.mostBytes) throw tooLarge(limits.mostBytes);
          const { isDryRun, asksModel } = parseImportQuery(request.query as Record<string, unknown>);
          const rejects: ImportReject[] = [];
          const progress = imports.run(request.caller, read(boundedBody(file, limits)), {
            guess: guess(request.caller, asksModel),
            isDryRun,
            reject: (reject) => void (rejects.length < mostRejects && rejects.push(reject)),
          });
          // The first batch before the head: a database that is not there is still a proper 503.
          const first = await progress.next();
          return reply.type('application/x-ndjson').send(Readable.from(reportLines(first, progress, rejects, request)));
        },
      },
      { streamsBody: true },
    );
  };
}

/** A line per batch and the report, which also says where and why an import broke off: what was told of is in. */
async function* reportLines(
  first: IteratorResult<ImportProgress, void>,
  progress: AsyncGenerator<ImportProgress>,
  rejects: readonly ImportReject[],
  request: FastifyRequest,
): AsyncGenerator<string> {
  const line = (value: object) => `${JSON.stringify(value)}\n`;
  let last: ImportProgress = { imported: 0, duplicates: 0, rejected: 0 };
  try {
    for (let next = first; !next.done; next = await progress.next()) {
      last = next.value;
      yield line(last);
    }
    yield line({ ...last, rejects });
  } catch (error) {
    yield line({ ...last, rejects, error: brokenOff(error, request) });
  }
}
