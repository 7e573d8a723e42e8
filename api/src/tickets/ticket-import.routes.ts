/** POST /api/tickets/import/: a streamed file in, lines of JSON out, the last of which is the report. */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { FastifyPluginAsync } from 'fastify';
import { resource } from '../rest/rest.js';
import { csvRows, jsonRows } from './import-rows.js';
import type { Guess, ImportReject, TicketImportService } from './ticket-import.service.js';

const sizeLimit = 200 * 1024 * 1024;
const mostRejects = 1_000;

export type ImportServices = {
  readonly imports: TicketImportService;
  /** Free of charge; `guessWithModel` may ask a paid model, and only when the caller says so. */
  readonly guess: Guess;
  readonly guessWithModel: (client: string) => Guess;
};

export function importRoutes({ imports, guess, guessWithModel }: ImportServices): FastifyPluginAsync {
  return async (rest) => {
    const readers = { 'text/csv': csvRows, 'application/x-ndjson': jsonRows };
    rest.addContentTypeParser(Object.keys(readers), { bodyLimit: sizeLimit }, (_request, file, done) =>
      done(null, file),
    );
    resource(rest, '/tickets/import', {
      async POST(request, reply) {
        const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
        const read = type in readers ? readers[type as keyof typeof readers] : null;
        if (!read) return reply.code(415).send({ detail: `Unsupported media type "${type}" in request.` });
        const { dry_run, triage } = request.query as Record<string, unknown>;
        const rejects: ImportReject[] = [];
        const progress = imports.run(read(request.body as Readable), {
          guess: triage === 'model' ? guessWithModel(request.ip) : guess,
          isDryRun: dry_run === '1',
          reject: (reject) => void (rejects.length < mostRejects && rejects.push(reject)),
        });
        reply.hijack();
        const response = reply.raw.writeHead(200, { 'content-type': 'application/x-ndjson' });
        let last = { imported: 0, duplicates: 0, rejected: 0 };
        const tell = async (line: object) => {
          if (!response.write(`${JSON.stringify(line)}\n`))
            await Promise.race([once(response, 'drain'), once(response, 'close')]);
        };
        try {
          for await (last of progress) await tell(last);
          response.end(`${JSON.stringify({ ...last, rejects })}\n`);
        } catch (error) {
          request.log.error({ err: error }, 'An import broke off.');
          const detail = `The file could not be read any further: ${(error as Error).message}`;
          response.end(`${JSON.stringify({ ...last, rejects, error: detail })}\n`);
        }
      },
    });
  };
}
