/** A program that webhooks tell: a real HTTP server that answers as a test wants, and keeps what it was told. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.js';

export type Heard = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
type Answering = (response: ServerResponse, heard: Heard) => void;

const takes: Answering = (response) => response.writeHead(204).end();

export async function startReceiver() {
  const heard: Heard[] = [];
  let answer = takes;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const one = { path: request.url ?? '', headers: request.headers, body };
    heard.push(one);
    answer(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    heard,
    /** Until told otherwise: 204. */
    answerBy(answering: Answering = takes): void {
      answer = answering;
    },
    hears: (count: number) => eventually(() => heard.length >= count),
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
