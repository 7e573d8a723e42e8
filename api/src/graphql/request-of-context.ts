/**
 * Which HTTP request a context was made for: for the steps of a GraphQL request, never for resolvers. Apollo hands on
 * copies of the context, so the request travels in it, under a key that nobody else has.
 */
import type { FastifyRequest } from 'fastify';

const key = Symbol('request');

export function rememberRequest<Context extends object>(context: Context, request: FastifyRequest): Context {
  return Object.assign(context, { [key]: request });
}

export function requestOf(context: { readonly [key]?: FastifyRequest }): FastifyRequest {
  const request = context[key];
  if (!request) throw new Error('This context was not made for a request.');
  return request;
}
