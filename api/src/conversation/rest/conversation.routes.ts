/** /api/tickets/{id}/messages/, which knows public replies alone, and /api/tickets/{id}/notes/. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Page, PageRequest } from '../../database/keyset.js';
import { parseRowNumber } from '../../database/row-number.js';
import { NotFoundError } from '../../errors.js';
import type { FileService } from '../../files/file.service.js';
import type { FileAddresses } from '../../files/file-addresses.js';
import type { Identity } from '../../identity/identity.js';
import { identityLoaders } from '../../identity/identity.loaders.js';
import { requesterLoaders } from '../../people/requester.loaders.js';
import type { RequesterService } from '../../people/requester.service.js';
import { resource } from '../../rest/resource.js';
import { fieldsOf } from '../../rest/rest.js';
import { jsonOf, stream } from '../../rest/stream.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import type { TicketService } from '../../tickets/ticket.service.js';
import { type Authored, authorOf } from '../authors.js';
import type { Conversation } from '../conversation.js';
import type { InternalNote } from '../notes/note.js';
import type { PublicReply } from '../replies/reply.js';
import { type FileObject, fileObject, namedFiles } from './message-files.js';
import { cursorAfter, type MessageQuery, parseMessageQuery } from './message-parameters.js';

export type ConversationDoors = Pick<Conversation, 'replies' | 'notes'> & {
  readonly tickets: TicketService;
  readonly identity: Pick<Identity, 'accounts' | 'tokens'>;
  readonly requesters: RequesterService;
  readonly files: FileService;
  readonly fileAddresses: FileAddresses;
};

/** Rows of a batch, where all are asked for. */
const batch = 100;

type Said = Authored & { readonly key: string };
type Write<Item> = (item: Item, authorName: string | null, files: readonly FileObject[]) => object;
/** What one address shows. */
type Shown<Item> = { readonly kind: 'reply' | 'note'; readonly write: Write<Item> };
/** What one address lists. */
type List<Item extends Said> = Shown<Item> & {
  page(request: PageRequest): Promise<Page<Item>>;
  inGroups(items: readonly Item[]): AsyncIterable<Item[]>;
  count(): Promise<number>;
};

export function conversationRoutes(doors: ConversationDoors): FastifyPluginAsync {
  const { replies, notes, tickets } = doors;

  /** For readers, the ticket that goes on for a merged one. @throws NotFoundError for anything that is no ticket's number */
  async function ticketIn({ caller, params, method }: FastifyRequest): Promise<Ticket> {
    const number = parseRowNumber((params as { id: string }).id);
    const find = method === 'POST' ? tickets.get : tickets.getStanding;
    const ticket = number === null ? null : await find.call(tickets, caller, number);
    if (!ticket) throw new NotFoundError('There is no such ticket.', ['id']);
    return ticket;
  }

  function shownBy({ caller }: FastifyRequest) {
    const loaders = { ...identityLoaders(caller, doors.identity), ...requesterLoaders(caller, doors.requesters) };
    return async <Item extends Said>(items: readonly Item[], { kind, write }: Shown<Item>): Promise<object[]> => {
      const keys = items.map(({ key }) => key);
      const files = await doors.files.listOf(caller, kind, keys);
      return Promise.all(
        items.map(async (item) => {
          const author = await authorOf(item, loaders);
          const attached = files.get(item.key) ?? [];
          const toShow = attached.map((file) => fileObject(file, doors.fileAddresses.of(caller, file)));
          return write(item, author?.displayName ?? null, toShow);
        }),
      );
    };
  }

  async function answerList<Item extends Said>(list: List<Item>, request: FastifyRequest, reply: FastifyReply) {
    const { limit, after }: MessageQuery = parseMessageQuery(request.query as Record<string, unknown>);
    const shown = shownBy(request);
    const send = async function* (groups: AsyncIterable<Item[]>) {
      for await (const items of groups) yield shown(items, list);
    };
    reply.type('application/json; charset=utf-8');
    if (limit === null) return stream(jsonOf(send(all(list))), request, reply);
    const page = await list.page({ limit, forward: true, after, before: null });
    const last = page.items.at(-1);
    if (last && (await page.hasNext())) {
      const next = new URL(request.url, `${request.protocol}://${request.host}`);
      next.searchParams.set('cursor', cursorAfter(last.key));
      reply.header('link', `<${next}>; rel="next"`);
    }
    reply.header('x-total-count', await list.count());
    // Its head is that of a list, whatever its size.
    return stream(jsonOf(send(list.inGroups(page.items))), request, reply);
  }

  return async (rest) => {
    resource(rest, '/tickets/:id/messages', {
      async GET(request, reply) {
        const { number, replyCount } = await ticketIn(request);
        const list = {
          page: (asked: PageRequest) => replies.page(request.caller, number, asked),
          inGroups: (said: readonly PublicReply[]) => replies.inGroups(request.caller, said),
          count: async () => replyCount,
          ...messages,
        };
        return answerList(list, request, reply);
      },
      async POST(request, reply) {
        const { number } = await ticketIn(request);
        const { body, files } = fieldsOf(request.body);
        const { reply: said } = await namedFiles(files, (attachments) =>
          // Nobody takes a reply back here, so it is not held.
          replies.add(request.caller, number, { body, holdSeconds: 0, idempotencyKey: keyOf(request), ...attachments }),
        );
        const [message] = await shownBy(request)([said], messages);
        return reply.code(201).send(message);
      },
    });
    resource(rest, '/tickets/:id/notes', {
      async GET(request, reply) {
        const { number } = await ticketIn(request);
        const list = {
          page: (asked: PageRequest) => notes.page(request.caller, number, asked),
          inGroups: (written: readonly InternalNote[]) => notes.inGroups(request.caller, written),
          count: () => notes.count(request.caller, number),
          ...internalNotes,
        };
        return answerList(list, request, reply);
      },
      async POST(request, reply) {
        const { number } = await ticketIn(request);
        const { body, files } = fieldsOf(request.body);
        const { note } = await namedFiles(files, (attachments) =>
          notes.add(request.caller, number, { body, idempotencyKey: keyOf(request), ...attachments }),
        );
        const [written] = await shownBy(request)([note], internalNotes);
        return reply.code(201).send(written);
      },
    });
  };
}

const messages: Shown<PublicReply> = {
  kind: 'reply',
  write: ({ id, direction, channel, body, createdAt }, authorName, files) => ({
    id,
    direction,
    channel,
    author_name: authorName,
    body,
    created_at: createdAt,
    files,
  }),
};

const internalNotes: Shown<InternalNote> = {
  kind: 'note',
  write: ({ id, body, createdAt, editedAt }, authorName, files) => ({
    id,
    author_name: authorName,
    body,
    created_at: createdAt,
    edited_at: editedAt,
    files,
  }),
};

/** All of a list, read a batch at a time. */
async function* all<Item extends Said>({ page, inGroups }: List<Item>): AsyncGenerator<Item[]> {
  for (let after: PageRequest['after'] = null; ; ) {
    const { items }: Page<Item> = await page({ limit: batch, forward: true, after, before: null });
    const last = items.at(-1);
    if (!last) return;
    yield* inGroups(items);
    after = { sort: null, number: Number(last.key) };
  }
}

function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  return typeof key === 'string' ? key : null;
}
