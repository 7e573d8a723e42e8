/** One telling over the wire: one connection, no redirect, no more time and no more of the answer than a person would want. */
import http from 'node:http';
import https from 'node:https';
import { ForbiddenAddressError, guardedLookup, isForbiddenHost, type Resolve, refusal } from './public-address.js';

export type Answer = {
  /** Null: there was none. */
  readonly statusCode: number | null;
  /** Its first characters, or what went wrong; null for an empty one. */
  readonly answer: string | null;
  readonly milliseconds: number;
};

export type PostOptions = {
  /** Whether addresses that are not public are allowed, and http besides https. */
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
};

const longestAnswer = 1_000;
const mostBytes = 65_536;

export async function post(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { allowPrivate, timeoutMs = 5_000, resolve }: PostOptions,
): Promise<Answer> {
  const begun = performance.now();
  const ended = (statusCode: number | null, text: string): Answer => ({
    statusCode,
    answer: clean(text) || null,
    milliseconds: Math.round(performance.now() - begun),
  });
  const signal = AbortSignal.timeout(timeoutMs);
  let statusCode: number | null = null;
  try {
    const url = new URL(address);
    if (!allowPrivate && url.protocol !== 'https:') throw new ForbiddenAddressError('The address is not https.');
    if (!allowPrivate && isForbiddenHost(url)) throw new ForbiddenAddressError(refusal(url.hostname));
    const response = await send(url, {
      headers,
      body,
      signal,
      lookup: allowPrivate ? undefined : guardedLookup(resolve),
    });
    statusCode = response.statusCode ?? null;
    return ended(statusCode, await beginningOf(response));
  } catch (error) {
    if (!signal.aborted) return ended(null, faultOf(error));
    const whole = statusCode === null ? '' : `, after the status ${statusCode}`;
    return ended(null, `No complete answer within ${timeoutMs / 1_000} s${whole}.`);
  }
}

type Sent = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly lookup: ReturnType<typeof guardedLookup> | undefined;
};

function send(url: URL, { headers, body, signal, lookup }: Sent): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const options: https.RequestOptions = {
      method: 'POST',
      // No connection is used twice: each is to an address that was judged for it.
      agent: false,
      signal,
      maxHeaderSize: 16_384,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      ...(lookup && { lookup }),
    };
    request(url, options, resolve).on('error', reject).end(body);
  });
}

/** The rest is not read: the connection ends with it. */
async function beginningOf(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= mostBytes) break;
  }
  response.destroy();
  return Buffer.concat(chunks).toString('utf8');
}

/** As text that the database keeps. */
function clean(text: string): string {
  return [...text.replaceAll('\0', '').toWellFormed()].slice(0, longestAnswer).join('');
}

function faultOf(error: unknown): string {
  const { message, code, name } = error as NodeJS.ErrnoException;
  // Several addresses of one name, each with a fault of its own, have no sentence in common.
  return message === '' ? `It could not be reached (${code ?? name}).` : message;
}
