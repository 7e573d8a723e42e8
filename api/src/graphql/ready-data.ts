/**
 * Answers whose data are JSON already. Apollo takes them through its steps as an object that says nothing; when it wants
 * the text, the rest of the answer is written behind the data, and the bytes go out in the place of the text.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { type ReadyBytes, sendable } from '../http/ready-bytes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What answers it; null where Apollo's text does. */
    readyData: ReadyData | null;
  }
}

/** Of an answer whose bytes go from its beginning to the end of its data. */
class ReadyData {
  isWhole = false;
  readonly #bytes: ReadyBytes;

  constructor(bytes: ReadyBytes) {
    this.#bytes = bytes;
  }

  get bytes(): ReadyBytes {
    return this.#bytes;
  }
}

export function acceptReadyData(app: FastifyInstance): void {
  app.decorateRequest('readyData', null);
}

export function readyResult(bytes: ReadyBytes): ExecutionResult {
  return { data: new ReadyData(bytes) as unknown as Record<string, unknown> };
}

/** Tells which request a result answers. */
export function keepReady(request: FastifyRequest, { data }: ExecutionResult): void {
  if (data instanceof ReadyData) request.readyData = data;
}

/** For Apollo, which ends every answer with a line break. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data, extensions } = result;
  if (!(data instanceof ReadyData)) return `${JSON.stringify(result)}\n`;
  data.bytes.json(extensions ? `,"extensions":${JSON.stringify(extensions)}}\n` : '}\n');
  data.isWhole = true;
  return '';
}

/** What is sent in the place of Apollo's text. */
export function readyAnswer({ readyData }: FastifyRequest, reply: FastifyReply, text: unknown): unknown {
  return readyData?.isWhole ? sendable(readyData.bytes, reply) : text;
}
