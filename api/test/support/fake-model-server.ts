/**
 * A real HTTP server that speaks the OpenAI protocol, well or badly as the test decides. It records every request,
 * and refuses (and remembers as a violation) what a strict server would not accept.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { ChatCompletion } from 'openai/resources/chat/completions';
import { type ChatRequest, chatRequest } from './fake-chat-request.js';

/** What the server does with one request: answer, or say nothing at all. */
export type Reply = { status: number; headers?: Record<string, string>; body: unknown } | 'silence';
export type Behaviour = (request: ChatRequest) => Reply | Promise<Reply>;

export class FakeModelServer implements AsyncDisposable {
  readonly requests: ChatRequest[] = [];
  /** The Authorization header of each request. */
  readonly credentials: (string | undefined)[] = [];
  /** Requests that do not keep to the protocol; a test expects none. */
  readonly violations: string[] = [];
  behaviour: Behaviour;
  private server: Server;
  private port = 0;

  private constructor(behaviour: Behaviour) {
    this.behaviour = behaviour;
    this.server = this.createServer();
  }

  static async start(behaviour: Behaviour): Promise<FakeModelServer> {
    const fake = new FakeModelServer(behaviour);
    await fake.listen();
    return fake;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${this.port}/v1`;
  }

  /** From now on connections are refused, until `comeBack`. */
  async goAway(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  async comeBack(): Promise<void> {
    this.server = this.createServer();
    await this.listen();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.server.listening) await this.goAway();
  }

  private createServer(): Server {
    return createServer((request, response) => void this.serve(request, response));
  }

  private async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = await this.decide(request, await json(request));
    if (reply === 'silence') return;
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(text);
  }

  private decide(request: IncomingMessage, body: unknown): Reply | Promise<Reply> {
    const parsed = chatRequest.safeParse(body);
    const isChat = request.method === 'POST' && request.url === '/v1/chat/completions';
    if (!parsed.success || !isChat) {
      this.violations.push(`${request.method} ${request.url}: ${parsed.error?.message ?? 'not a chat completion'}`);
      return { status: 418, body: { error: { message: 'Not the OpenAI protocol.' } } };
    }
    this.requests.push(parsed.data);
    this.credentials.push(request.headers.authorization);
    return this.behaviour(parsed.data);
  }
}

/** A well-formed completion with this text as the model's answer. */
export function completion(
  content: string | null,
  finishReason: 'stop' | 'length' = 'stop',
): Exclude<Reply, 'silence'> {
  const body: ChatCompletion = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_760_000_000,
    model: 'fake-model',
    choices: [
      { index: 0, finish_reason: finishReason, logprobs: null, message: { role: 'assistant', content, refusal: null } },
    ],
    usage: { prompt_tokens: 700, completion_tokens: 60, total_tokens: 760 },
  };
  return { status: 200, body };
}

export function failure(status: number, message: string, details: { param?: string; code?: string } = {}): Reply {
  return { status, body: { error: { message, type: 'error', param: null, code: null, ...details } } };
}
