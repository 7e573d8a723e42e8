/** /api/tickets/messages.csv: what both sides said, for spreadsheets; it goes with the export of tickets by their numbers. */
import { stringify } from 'csv-stringify/sync';
import type { FastifyPluginAsync } from 'fastify';
import type { Identity } from '../../identity/identity.js';
import { identityLoaders } from '../../identity/identity.loaders.js';
import { requesterLoaders } from '../../people/requester.loaders.js';
import type { RequesterService } from '../../people/requester.service.js';
import { resource } from '../../rest/resource.js';
import { stream } from '../../rest/stream.js';
import { markFormula } from '../../tickets/rest/desk-csv.js';
import { authorOf } from '../authors.js';
import type { Conversation } from '../conversation.js';
import type { PublicReply } from '../replies/reply.js';

type Doors = Pick<Conversation, 'replies'> & {
  readonly identity: Pick<Identity, 'accounts' | 'tokens' | 'audit'>;
  readonly requesters: RequesterService;
};

const columns = ['id', 'ticket_id', 'direction', 'channel', 'author_name', 'body', 'created_at'];

export function messageCsvRoutes({ replies, identity, requesters }: Doors): FastifyPluginAsync {
  return async (rest) => {
    resource(rest, '/tickets/messages.csv', {
      async GET(request, reply) {
        const { caller } = request;
        await identity.audit.noteExport(caller, 'Messages, as CSV.');
        reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="messages.csv"');
        const authors = () => ({ ...identityLoaders(caller, identity), ...requesterLoaders(caller, requesters) });
        return stream(csvOf(replies.all(caller), authors), request, reply);
      },
    });
  };
}

type Authors = Parameters<typeof authorOf>[1];

/** Authors are looked up anew for each group, so that memory does not grow with the file. */
async function* csvOf(groups: AsyncIterable<PublicReply[]>, authors: () => Authors): AsyncGenerator<string> {
  // With the first rows: what fails before any is read is no file yet.
  let header = stringify([], { header: true, columns, bom: true });
  for await (const group of groups) {
    const loaders = authors();
    const rows = await Promise.all(
      group.map(async (reply) => cellsOf(reply, (await authorOf(reply, loaders))?.displayName ?? null)),
    );
    yield header + stringify(rows, { columns });
    header = '';
  }
  if (header) yield header;
}

function cellsOf({ id, ticketNumber, direction, channel, body, createdAt }: PublicReply, author: string | null) {
  return {
    id,
    ticket_id: ticketNumber,
    direction,
    channel,
    author_name: author === null ? null : markFormula(author),
    body: markFormula(body),
    created_at: createdAt,
  };
}
