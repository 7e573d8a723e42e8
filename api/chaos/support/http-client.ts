/** Sends what was generated as it is: no header of its own choosing but Host and the body's length, no repaired address. */
import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Sent = {
  readonly method: string;
  /** With its query string, escaped. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type Received = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** Far longer than any answer may take. */
const patienceMs = 30_000;

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

export async function send(url: string, { method, path, headers, body }: Sent): Promise<Received> {
  const { hostname, port } = new URL(url);
  const signal = AbortSignal.timeout(patienceMs);
  const length: Record<string, string> = body === null ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
  const outgoing = request({ agent, hostname, port, method, path, headers: { ...headers, ...length }, signal });
  const answered = once(outgoing.end(body ?? undefined), 'response', { signal });
  const [response] = (await answered) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) };
}
