/** The requester's page: one ticket's public words, an answer, and the word that it is solved. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { InvalidInputError, NotFoundError, WrongStateError } from '../../errors.js';
import type { AccountService } from '../../identity/accounts/account.service.js';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';
import type { TicketService } from '../../tickets/ticket.service.js';
import { takeBody } from '../message-text.js';
import { Channel, type PublicReply } from '../replies/reply.js';
import type { ReplyService } from '../replies/reply.service.js';
import { OnReply, type Request, type RequestMessage } from './request.js';
import type { RequestLinks } from './request-links.js';
import {
  countPublicReplies,
  firstMessageOf,
  heldFor,
  heldReplies,
  isFinished,
  messageOf,
  ownBeginnings,
  publicReplies,
  requestOf,
} from './request-reads.js';

export type RequestAnswer = {
  readonly body: unknown;
  readonly fileKeys?: readonly (string | null)[];
  readonly idempotencyKey?: string | null;
};

export type Answered = {
  readonly request: Request;
  /** Null where the words are the beginning of another request. */
  readonly message: RequestMessage | null;
  /** The page of the request that began. */
  readonly requestUrl: string | null;
};

type Parts = {
  readonly tickets: TicketService;
  readonly replies: ReplyService;
  readonly accounts: AccountService;
  readonly links: RequestLinks;
};

const placeOf = ({ place }: RequestMessage) => ({ sort: null, number: place });

export class RequestService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly parts: Parts,
  ) {}

  /** The one request that the caller holds a link to; null for everybody else. */
  async get({ ticketNumber }: Caller): Promise<Request | null> {
    return ticketNumber == null ? null : requestOf(this.dataSource, ticketNumber);
  }

  /** What whoever submitted a ticket sees of it. */
  ofTicket(_caller: Caller, number: number): Promise<Request | null> {
    return requestOf(this.dataSource, number);
  }

  /** Oldest first: the description, then what was said since. */
  async messages(caller: Caller, request: Request, page: PageRequest): Promise<Page<RequestMessage>> {
    const first = await this.firstMessage(request);
    const isBefore = (number: number, end: number | undefined) => end === undefined || number < end;
    return readPage(
      {
        positionOf: placeOf,
        rows: async (bounds) => {
          const { after, before, reverse, limit } = bounds;
          const hasFirst = after === null && isBefore(0, before?.number);
          const isLed = hasFirst && !reverse;
          const replies = await publicReplies(caller, this.dataSource, request.number, {
            ...bounds,
            limit: isLed ? limit - 1 : limit,
          });
          const said = await this.named(caller, request, replies);
          if (isLed) return [first, ...said];
          return hasFirst && said.length < limit ? [...said, first] : said;
        },
      },
      page,
    );
  }

  /** Without what can still be taken back. */
  async count(_caller: Caller, { number }: Request): Promise<number> {
    return 1 + (await countPublicReplies(this.dataSource, number));
  }

  async message(caller: Caller, place: number): Promise<RequestMessage | null> {
    const request = await this.get(caller);
    if (!request) return null;
    if (place === 0) return this.firstMessage(request);
    const bounds = { after: { sort: null, number: place - 1 }, before: { sort: null, number: place + 1 } };
    const found = await publicReplies(caller, this.dataSource, request.number, { ...bounds, reverse: false, limit: 1 });
    return (await this.named(caller, request, found))[0] ?? null;
  }

  /** How many milliseconds until the holder may read a reply; null where there is none. */
  async heldFor({ ticketNumber }: Caller, replyKey: string): Promise<number | null> {
    return ticketNumber == null ? null : heldFor(this.dataSource, replyKey);
  }

  /** The keys of what the holder will read soon, unless it is taken back. */
  async held({ ticketNumber }: Caller): Promise<string[]> {
    return ticketNumber == null ? [] : heldReplies(this.dataSource, ticketNumber);
  }

  /** @throws InvalidInputError, NotFoundError, WrongStateError */
  async answer(caller: Caller, { body, fileKeys = [], idempotencyKey }: RequestAnswer): Promise<Answered> {
    const request = await this.heard(caller);
    if (request.onReply === OnReply.BEGINS_NEW)
      return this.beginNew(caller, request, { body, fileKeys, idempotencyKey });
    const { reply } = await this.parts.replies.receive(caller, request.number, {
      body,
      requesterKey: request.requesterKey,
      channel: Channel.REQUEST_PAGE,
      attachmentKeys: fileKeys,
      idempotencyKey: idempotencyKey ?? null,
    });
    return {
      request: await this.heard(caller),
      message: messageOf(request.number, reply, request.requesterName),
      requestUrl: null,
    };
  }

  /** The requester's own word that it is solved. @throws InvalidInputError, WrongStateError */
  async resolve(caller: Caller, comment: string | null): Promise<Request> {
    const request = await this.heard(caller);
    const { number, requesterKey } = request;
    if (request.isPart)
      throw new WrongStateError('This goes on together with another request. Write what is solved.', []);
    const thenStatus = TicketStatus.RESOLVED;
    if (comment !== null) {
      await this.parts.replies.receive(caller, number, {
        body: comment,
        requesterKey,
        channel: Channel.REQUEST_PAGE,
        thenStatus,
      });
    } else if (!isFinished(request)) await this.parts.tickets.update(caller, number, { status: thenStatus }, {});
    return this.heard(caller);
  }

  private async firstMessage(request: Request): Promise<RequestMessage> {
    return firstMessageOf(request, await ownBeginnings(this.dataSource, request.number));
  }

  private async beginNew(caller: Caller, old: Request, { body, fileKeys = [], idempotencyKey }: RequestAnswer) {
    const description = `${takeBody(body)}\n\nThis goes on from T-${old.number}.`;
    const { ticket, replayed } = await this.parts.tickets
      .create(
        caller,
        { title: old.title, description },
        { attachmentKeys: fileKeys, idempotencyKey: idempotencyKey ?? null, requesterKey: old.requesterKey },
      )
      .catch(asBody);
    const { links } = this.parts;
    const requestUrl = replayed
      ? await links.tellAgain(caller, ticket.number)
      : await links.tell(caller, ticket.number);
    return { request: old, message: null, requestUrl };
  }

  /** @throws NotFoundError, WrongStateError for whoever is blocked */
  private async heard(caller: Caller): Promise<Request> {
    const request = await this.get(caller);
    if (!request) throw new NotFoundError('There is no such request.', []);
    if (request.isBlocked) throw new WrongStateError('This request takes no more answers.', []);
    return request;
  }

  /** First names of the team; of the requester the name that they gave. */
  private async named(caller: Caller, request: Request, replies: readonly PublicReply[]): Promise<RequestMessage[]> {
    const keys = [...new Set(replies.flatMap(({ accountKey }) => accountKey ?? []))];
    const people = keys.length > 0 ? await this.parts.accounts.getMany(caller, keys) : new Map();
    return replies.map((reply) => {
      if (reply.requesterKey !== null) {
        return messageOf(
          request.number,
          reply,
          reply.requesterKey === request.requesterKey ? request.requesterName : null,
        );
      }
      const displayName: string | undefined = people.get(reply.accountKey ?? 0)?.displayName;
      return messageOf(request.number, reply, displayName?.trim().split(/\s+/)[0] ?? null);
    });
  }
}

/** What is wrong with the description of the new ticket is wrong with the answer. */
function asBody(error: unknown): never {
  if (!(error instanceof InvalidInputError)) throw error;
  const issues = error.issues.map((issue) => (issue.path[0] === 'description' ? { ...issue, path: ['body'] } : issue));
  throw new InvalidInputError(issues);
}
