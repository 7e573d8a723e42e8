/**
 * Answers whose data are JSON already. Apollo takes them through its steps as an object that says nothing; when it wants
 * the text, the rest of the answer is written behind the data, and the bytes go out in the place of the text.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { type ReadyBytes, sendable } from '../http/ready-bytes.js';

const bytesOf = new WeakMap<object, ReadyBytes>();
const answers = new WeakMap<FastifyRequest, object>();
const finished = new WeakSet<object>();

/** The bytes go from the beginning of an answer to the end of its data. */
export function readyResult(bytes: ReadyBytes): ExecutionResult {
  const data = {};
  bytesOf.set(data, bytes);
  return { data };
}

/** Tells which request a result answers. */
export function keepReady(request: FastifyRequest, { data }: ExecutionResult): void {
  if (data && bytesOf.has(data)) answers.set(request, data);
}

/** For Apollo, which ends every answer with a line break. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const { data, extensions } = result;
  const bytes = data && bytesOf.get(data);
  if (!bytes) return `${JSON.stringify(result)}\n`;
  bytes.json(extensions ? `,"extensions":${JSON.stringify(extensions)}}\n` : '}\n');
  finished.add(data);
  return '';
}

/** What is sent in the place of Apollo's text. */
export function readyAnswer(request: FastifyRequest, reply: FastifyReply, text: unknown): unknown {
  const data = answers.get(request);
  const bytes = data && finished.has(data) && bytesOf.get(data);
  return bytes ? sendable(bytes, reply) : text;
}
