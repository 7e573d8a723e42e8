/** /api/tickets/ and /api/tickets/{id}/, for callers of the widely implemented contract. Translates; the service decides. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../caller.js';
import { parseRowNumber } from '../../database/row-number.js';
import { ConflictError, InvalidInputError, NotFoundError } from '../../errors.js';
import { sendable } from '../../http/ready-bytes.js';
import { lastText } from '../../http/urlencoded.js';
import type { Identity } from '../../identity/identity.js';
import type { RequesterService } from '../../people/requester.service.js';
import { resource } from '../../rest/resource.js';
import { fieldsOf } from '../../rest/rest.js';
import { jsonOf, stream } from '../../rest/stream.js';
import type { TeamService } from '../../teams/team.service.js';
import { type RestName, textFields, writableInRest } from '../fields/ticket-fields.js';
import { descriptions } from '../read/ticket-rows.js';
import type { Ticket } from '../ticket.entity.js';
import type { TicketService } from '../ticket.service.js';
import type { DirectTickets } from './direct-tickets.js';
import { parseExportQuery } from './export-parameters.js';
import { type Additions, Inclusion, parseInclude, type Row } from './included.js';
import { cursorAfter, parseListQuery } from './list-parameters.js';
import { requesterIn, underOwnNames } from './submitted-requester.js';
import { csvOf } from './ticket-csv.js';

export type TicketDoors = {
  readonly tickets: TicketService;
  readonly identity: Pick<Identity, 'accounts' | 'audit'>;
  readonly teams: TeamService;
  readonly requesters: RequesterService;
  readonly receipts: Receipts;
  /** A faster way to some answers; null: there is none. */
  readonly direct: DirectTickets | null;
};

/** Tells whoever submits the page of their request; a later feature's. */
export type Receipts = {
  ofSubmission(
    caller: Caller,
    ticketNumber: number,
    submission: { readonly replayed: boolean; readonly key: string | null; readonly requester: boolean },
  ): Promise<string | null>;
};

/** The page of the request, in the answer to its submission. */
type ToldOnce = { readonly request_url?: string | null };

export function ticketRoutes({
  tickets,
  identity,
  teams,
  requesters,
  receipts,
  direct,
}: TicketDoors): FastifyPluginAsync {
  const inclusion = new Inclusion(identity.accounts, teams, requesters);
  const included = async ({ caller, query }: FastifyRequest, ticket: Ticket) =>
    (await inclusion.of(caller, [ticket], parseInclude(query)))[0];
  const change = async (request: FastifyRequest, reply: FastifyReply, required: readonly string[]) => {
    const options = { expectedVersions: expectedVersions(request), required };
    const { caller } = request;
    const ticket = await tickets
      .update(caller, numberIn(request), writableFields(request), options)
      .catch(withEtag(reply));
    return sendOne(reply, ticket, await included(request, ticket));
  };
  return async (rest) => {
    const collection = {
      GET: (request: FastifyRequest, reply: FastifyReply) => list({ tickets, inclusion, direct }, request, reply),
      async POST(request: FastifyRequest, reply: FastifyReply) {
        const idempotencyKey = header(request, 'idempotency-key');
        const suggestionId = suggestionIn(request);
        const options = { idempotencyKey, suggestionId };
        const fields = { ...writableFields(request), ...requesterIn(fieldsOf(request.body)) };
        const { ticket, replayed } = await tickets.create(request.caller, fields, options).catch(underOwnNames);
        if (replayed) reply.header('idempotent-replayed', 'true');
        const submission = { replayed, key: idempotencyKey, requester: ticket.requesterKey !== null };
        const told = tellsPage(request)
          ? { request_url: await receipts.ofSubmission(request.caller, ticket.number, submission) }
          : {};
        return sendOne(reply.code(201).header('location', `/api/tickets/${ticket.number}/`), ticket, told);
      },
    };
    resource(rest, '/tickets', collection, { budget: 'create' });
    resource(rest, '/tickets/export.csv', {
      async GET(request, reply) {
        const { caller, query } = request;
        const { filter, order } = parseExportQuery(caller, query as Record<string, unknown>);
        const include = parseInclude(query);
        await identity.audit.noteExport(caller, 'Tickets, as CSV.');
        reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="tickets.csv"');
        const rows = inclusion.exported(caller, tickets.exported(caller, filter, order), include);
        return stream(csvOf(rows, include), request, reply);
      },
    });
    resource(rest, '/tickets/:id', {
      async GET(request, reply) {
        const known = includesNothing(request) && (await direct?.one(request.caller, numberIn(request)));
        if (known) return reply.header('etag', `"${known.version}"`).type(json).send(sendable(known.bytes, reply));
        const ticket = await tickets.getStanding(request.caller, numberIn(request));
        if (!ticket) throw new NotFoundError('There is no such ticket.', ['id']);
        if (ticket.number !== numberIn(request)) reply.header('content-location', `/api/tickets/${ticket.number}/`);
        return sendOne(reply, ticket, await included(request, ticket));
      },
      PATCH: (request, reply) => change(request, reply, []),
      PUT: (request, reply) => change(request, reply, textFields),
      async DELETE(request, reply) {
        const options = { expectedVersions: expectedVersions(request) };
        await tickets.delete(request.caller, numberIn(request), options).catch(withEtag(reply));
        return reply.code(204).send();
      },
    });
  };
}

async function* asRows(batches: AsyncIterable<readonly Ticket[]>): AsyncGenerator<{ ticket: Ticket }[]> {
  for await (const tickets of batches) yield tickets.map((ticket) => ({ ticket }));
}

type Lists = { readonly inclusion: Inclusion } & Pick<TicketDoors, 'tickets' | 'direct'>;

async function list({ tickets, inclusion, direct }: Lists, request: FastifyRequest, reply: FastifyReply) {
  const include = parseInclude(request.query);
  const { caller, query } = request;
  const { filter, order, limit, after } = parseListQuery(caller, query as Record<string, unknown>);
  if (limit === null) {
    const known = include.size === 0 && direct?.all(caller, filter, order);
    if (known) return stream(known, request, reply.type(json));
    const rows = inclusion.rows(caller, asRows(tickets.stream(caller, filter, order)), include);
    return send(rows, request, reply);
  }
  const asked = { limit, forward: true, after, before: null };
  const known = include.size === 0 ? await direct?.page(caller, filter, order, asked) : null;
  if (known) {
    tellPlace(known.last && cursorAfter(known.last, order), known.count, request, reply);
    return reply.type(json).send(sendable(known.bytes, reply));
  }
  const { page, count } = await tickets.countedPage(request.caller, filter, order, asked);
  const last = page.items.at(-1);
  tellPlace(last && (await page.hasNext()) ? cursorAfter(last, order) : null, count, request, reply);
  if (page.items.some((ticket) => descriptions.isMissing(ticket))) {
    const rows = inclusion.rows(caller, asRows(tickets.inGroups(caller, page.items)), include);
    return send(rows, request, reply);
  }
  const additions = await inclusion.of(request.caller, page.items, include);
  return page.items.map((ticket, index) => ({ ...toRest(ticket), ...additions[index] }));
}

/** Where the next page is, and how many there are in all, as far as that is known. */
function tellPlace(next: string | null, count: number | null, request: FastifyRequest, reply: FastifyReply): void {
  if (next !== null) {
    const address = new URL(request.url, `${request.protocol}://${request.host}`);
    address.searchParams.set('cursor', next);
    reply.header('link', `<${address}>; rel="next"`);
  }
  if (count !== null) reply.header('x-total-count', count);
}

const json = 'application/json; charset=utf-8';

/** The head is that of a list, whatever its size. */
function send(rows: AsyncIterable<readonly Row[]>, request: FastifyRequest, reply: FastifyReply) {
  return stream(jsonOf(shown(rows)), request, reply.type(json));
}

async function* shown(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<object[]> {
  for await (const batch of batches) yield batch.map(restOfRow);
}

const restOfRow = ({ ticket, additions }: Row) => ({ ...toRest(ticket), ...additions });

function toRest(ticket: Ticket) {
  const { number, title, description, category, priority, status, createdAt, updatedAt, resolvedAt } = ticket;
  return {
    id: number,
    title,
    description,
    category,
    priority,
    status,
    created_at: createdAt,
    updated_at: updatedAt,
    resolved_at: resolvedAt,
  } satisfies Record<RestName, unknown>;
}

function includesNothing({ query }: FastifyRequest): boolean {
  return (query as { include?: unknown }).include === undefined;
}

/** `?include=request_url`, which only a submission has. */
function tellsPage({ query }: FastifyRequest): boolean {
  const { include } = query as { include?: unknown };
  return (lastText(include) ?? '').split(',').some((name) => name.trim() === 'request_url');
}

function sendOne(reply: FastifyReply, ticket: Ticket, additions: (Additions & ToldOnce) | undefined) {
  return reply.header('etag', `"${ticket.version}"`).send({ ...toRest(ticket), ...additions });
}

/** @throws NotFoundError for anything that no ticket can be called */
function numberIn(request: FastifyRequest): number {
  const { id } = request.params as { id: string };
  const number = parseRowNumber(id);
  if (number !== null) return number;
  throw new NotFoundError('There is no such ticket.', ['id']);
}

function writableFields(request: FastifyRequest): Record<string, unknown> {
  const fields = fieldsOf(request.body);
  return Object.fromEntries(
    writableInRest.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]),
  );
}

/** `suggestion_id`: what classify answered, where the caller used it. @throws InvalidInputError */
function suggestionIn(request: FastifyRequest): string | null {
  const { suggestion_id: id = null } = fieldsOf(request.body);
  if (id === null || typeof id === 'string') return id;
  throw new InvalidInputError([{ path: ['suggestion_id'], code: 'not_a_string', message: 'Not a valid string.' }]);
}

/** `If-Match: "3", "4"`: those that may be changed. Weak tags and what is no version of ours match nothing (RFC 9110, 13.1.1). */
function expectedVersions(request: FastifyRequest): number[] | null {
  const condition = header(request, 'if-match');
  if (condition === null || condition.trim() === '*') return null;
  return [...condition.matchAll(/(?<=^|[\s,])"(\d{1,9})"(?=$|[\s,])/g)].map(([, version]) => Number(version));
}

function header({ headers }: FastifyRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** A refused condition tells the current version. */
function withEtag(reply: FastifyReply) {
  return (error: unknown): never => {
    if (error instanceof ConflictError) reply.header('etag', `"${(error.current as Ticket).version}"`);
    throw error;
  };
}
