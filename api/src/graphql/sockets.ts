/**
 * Subscriptions over WebSockets, in the protocol graphql-transport-ws. A stranger gets an HTTP answer and never a socket;
 * who has one is asked again and again who they are, and their socket ends with their rights. Silent, slow and dead
 * clients are given up.
 */
import { EventEmitter } from 'node:events';
import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type Server } from 'graphql-ws';
import type { Caller } from '../caller.js';
import { textsInFlight } from '../database/reads/texts-in-flight.js';
import { AppError, UnauthenticatedError } from '../errors.js';
import { inOurWords, type Started, type Subscriptions } from './subscriptions.js';

export type SocketOptions<Context extends { readonly caller: Caller }> = {
  readonly subscriptions: Subscriptions<Context>;
  readonly makeContext: (request: FastifyRequest) => Context;
  /** Who sent a request, asked anew. @throws UnauthenticatedError */
  readonly ask: (request: FastifyRequest) => Promise<Caller>;
  /** Whether a request comes from a page of somebody else, to which browsers open sockets with the visitor's cookies. */
  readonly isForeign: (request: FastifyRequest) => boolean;
  /** Takes one from the budget of the caller for each subscription that begins. @throws where there is none left */
  readonly spend: (request: FastifyRequest) => Promise<void>;
  /** Null: as many as anybody wants. */
  readonly limits: { readonly sockets: number; readonly subscriptions: number } | null;
};

type Extra = {
  readonly socket: WebSocket;
  request: FastifyRequest;
  /** Null until the client has introduced itself. */
  caller: Caller | null;
  /** What was asked before is begun, or refused, before what was asked next. */
  turn: Promise<unknown>;
  /** By subscription: what is counted as read and not sent. */
  readonly sent: Map<string, Sent>;
};

const introductionMs = 3_000;
const pingMs = 12_000;
/** How long a client may take to say good-bye. */
const farewellMs = 2_000;
/** Of how many bytes that a client does not take it is given up. */
const mostBuffered = 4 * 2 ** 20;
const longestMessage = 128 * 1024;
/** How often it is looked whether those who are connected may still be. */
const lookMs = 200;

export class Sockets<Context extends { readonly caller: Caller }> {
  readonly #open = new Set<Extra>();
  readonly #counts = new Map<string, number>();
  readonly #server: Server<Extra>;
  #looking: NodeJS.Timeout | undefined;

  constructor(private readonly options: SocketOptions<Context>) {
    this.#server = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: introductionMs,
      onConnect: ({ extra, connectionParams }) => this.#meet(extra, connectionParams),
      onSubscribe: ({ extra, subscriptions }, id, asked) => {
        const running = Object.keys(subscriptions).length;
        const started = extra.turn.then(() => this.#start(extra, id, running, asked));
        // What it came to is not kept.
        extra.turn = started.then(() => undefined);
        return started;
      },
      subscribe: (started) => (started as unknown as Started).answers,
      onComplete: ({ extra: { sent } }, id) => {
        sent.get(id)?.next();
        sent.delete(id);
      },
      onError: ({ extra: { request } }, _id, _asked, errors) =>
        inOurWords(errors as GraphQLError[], request.log).map((error) => error.toJSON()),
    });
  }

  /** To be called before any route is added. */
  async register(app: FastifyInstance): Promise<void> {
    await app.register(websocket, {
      options: { maxPayload: longestMessage, handleProtocols },
      preClose: (done) => {
        this.stop();
        done();
      },
    });
    this.#looking = setInterval(() => void this.#look(), lookMs).unref();
  }

  /** Before the upgrade: answers over HTTP whom no socket is opened for. */
  admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (!request.ws) return;
    if (this.options.isForeign(request)) {
      return refuse(reply, 403, 'FORBIDDEN', 'Open sockets from the pages of this desk only.');
    }
    const { limits } = this.options;
    if (limits && (this.#counts.get(holderOf(request)) ?? 0) >= limits.sockets) {
      return refuse(
        reply,
        429,
        'RATE_LIMITED',
        `At most ${limits.sockets} sockets are open at a time. Close one first.`,
      );
    }
  };

  /** Serves one socket until it ends. */
  serve = (socket: WebSocket, request: FastifyRequest): void => {
    const extra: Extra = { socket, request, caller: null, turn: Promise.resolve(), sent: new Map() };
    const holder = holderOf(request);
    this.#counts.set(holder, (this.#counts.get(holder) ?? 0) + 1);
    this.#open.add(extra);
    const stopPings = pingRegularly(socket);
    const closed = this.#server.opened(
      {
        protocol: socket.protocol,
        send: (text) => send(socket, text),
        close: (code, reason) => end(socket, code ?? CloseCode.InternalServerError, reason ?? ''),
        onMessage: (read) => {
          socket.on('message', (bytes: Buffer) => {
            read(bytes.toString()).catch((error: unknown) => this.#fail(extra, error));
          });
        },
      },
      extra,
    );
    // The client's, such as a message that is too long; it is told by the code of the close that follows.
    socket.on('error', () => undefined);
    socket.once('close', (code: number, reason: Buffer) => {
      stopPings();
      for (const sent of extra.sent.values()) sent.next();
      this.#open.delete(extra);
      const count = (this.#counts.get(holder) ?? 1) - 1;
      if (count > 0) this.#counts.set(holder, count);
      else this.#counts.delete(holder);
      closed(code, reason.toString()).catch((error: unknown) => this.#fail(extra, error));
    });
  };

  /** Clients are told to come back. */
  stop(): void {
    clearInterval(this.#looking);
    for (const { socket } of this.#open) end(socket, 1001, 'The desk stops. Connect again.');
  }

  async #meet(extra: Extra, introduction: Record<string, unknown> | undefined): Promise<boolean> {
    const { authorization } = introduction ?? {};
    if (typeof authorization === 'string') extra.request = withAuthorization(extra.request, authorization);
    try {
      const caller = await this.options.ask(extra.request);
      if (caller.kind === 'nobody') throw new UnauthenticatedError('Sign in, or send a token.');
      extra.caller = caller;
      return true;
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error;
      // Not `false`, which tells clients to try the same again.
      end(extra.socket, CloseCode.Unauthorized, error.message);
      return new Promise(() => undefined);
    }
  }

  async #start(extra: Extra, id: string, running: number, asked: Parameters<Subscriptions<Context>['start']>[0]) {
    const { subscriptions, limits, spend } = this.options;
    if (limits && running > limits.subscriptions) {
      return [new GraphQLError(`At most ${limits.subscriptions} subscriptions run on one socket.`)];
    }
    const response = new Sent();
    const ask = async () => {
      response.next();
      try {
        return await this.options.ask(extra.request);
      } catch (error) {
        this.#fail(extra, error);
        throw error;
      }
    };
    try {
      const request = withCaller(extra.request, await ask());
      await spend(request);
      const started = await subscriptions.start(asked, {
        ask,
        contextOf: (caller) => this.options.makeContext(withCaller(extra.request, caller)),
        begin: (caller) => textsInFlight.answerWith(caller, response),
      });
      if (Array.isArray(started)) return [...started];
      extra.sent.set(id, response);
      return started as never;
    } catch (error) {
      return [asGraphql(error)];
    }
  }

  /** Whose rights have ended or changed loses the socket; with a new one they have what they may have now. */
  async #look(): Promise<void> {
    for (const extra of this.#open) {
      const { caller, request, socket } = extra;
      if (!caller) continue;
      try {
        const now = await this.options.ask(request);
        if (now.kind === 'nobody') end(socket, CloseCode.Unauthorized, 'Sign in.');
        else if (!isSame(now, caller)) end(socket, CloseCode.Forbidden, 'Your rights have changed. Connect again.');
      } catch (error) {
        // A database that is away says nothing about anybody.
        if (error instanceof UnauthenticatedError) end(socket, CloseCode.Unauthorized, error.message);
      }
    }
  }

  #fail({ socket, request }: Extra, error: unknown): void {
    if (socket.readyState !== socket.OPEN) return;
    if (error instanceof UnauthenticatedError) {
      end(socket, CloseCode.Unauthorized, error.message);
    } else {
      request.log.error({ err: error }, 'A socket failed unexpectedly.');
      end(socket, CloseCode.InternalServerError, 'Something went wrong on our side.');
    }
  }
}

/** What is read for one event is counted until the next is asked for, which is when the first is sent. */
class Sent extends EventEmitter {
  readonly destroyed = false;

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  next(): void {
    this.emit('close');
  }

  destroy(): void {
    this.next();
  }
}

function holderOf({ caller, ip }: FastifyRequest): string {
  if (caller.sessionId != null) return `session ${caller.sessionId}`;
  return caller.kind === 'token' ? `token ${caller.id}` : ip;
}

function isSame(one: Caller, other: Caller): boolean {
  const facts = ({ kind, id, access, scopes, sessionId }: Caller) =>
    JSON.stringify([kind, id, access, scopes, sessionId]);
  return facts(one) === facts(other);
}

function withCaller(request: FastifyRequest, caller: Caller): FastifyRequest {
  return Object.create(request, { caller: { value: caller } }) as FastifyRequest;
}

/** For clients that cannot set headers, as in browsers. */
function withAuthorization(request: FastifyRequest, authorization: string): FastifyRequest {
  const headers = { ...request.headers, authorization };
  const raw = Object.create(request.raw, {
    headers: { value: headers },
    rawHeaders: { value: ['authorization', authorization] },
  });
  return Object.create(request, { headers: { value: headers }, raw: { value: raw } }) as FastifyRequest;
}

function asGraphql(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const original = error instanceof Error ? error : new Error(String(error));
  const isExpected = original instanceof AppError || 'statusCode' in original;
  return new GraphQLError(isExpected ? original.message : '', { originalError: original });
}

async function refuse(reply: FastifyReply, status: number, code: string, message: string): Promise<void> {
  await reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

async function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > mostBuffered) return end(socket, 1013, 'You read too slowly. Connect again.');
  await new Promise<void>((resolve) => {
    // What cannot be sent is of no use to anybody: the socket has ended.
    socket.send(text, () => resolve());
  });
}

/** A reason has room for 123 bytes. */
function end(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason.slice(0, 120));
  setTimeout(() => socket.terminate(), farewellMs).unref();
}

/** A client that does not answer within the next interval is gone. */
function pingRegularly(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, pingMs).unref();
  return () => clearInterval(timer);
}
