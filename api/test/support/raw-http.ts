import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** The first answer of a connection, and all that came on it. */
export type RawAnswer = { status: number; body: string; text: string };

/** A connection that sends bytes as they are, for requests that no client library would make. */
export async function openConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  // The desk may end the connection while we still write; what it answered is what counts.
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** All that comes until the desk ends the connection. */
export async function answerOn(socket: Socket): Promise<RawAnswer> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  socket.once('close', () => resolve());
  await closed;
  const [head = '', ...body] = text.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), body: body.join('\r\n\r\n'), text };
}

/** Sends a request that ends its connection, and answers what came back. */
export async function exchange(url: string, request: string | Buffer): Promise<RawAnswer> {
  const socket = await openConnection(url);
  socket.write(request);
  return answerOn(socket);
}

/** A request with a body of any bytes. */
export function rawPost(path: string, contentType: string, body: string | Buffer): Buffer {
  const head = ['host: localhost', 'connection: close', `content-type: ${contentType}`];
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return Buffer.concat([
    Buffer.from(`POST ${path} HTTP/1.1\r\n${[...head, length].join('\r\n')}\r\n\r\n`),
    Buffer.from(body),
  ]);
}
