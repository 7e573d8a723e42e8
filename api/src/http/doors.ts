/**
 * Whether a request is for a door, through which callers reach the desk, rather than for a page or a file. The route says
 * so too: the router takes `/%61pi` for `/api`.
 */
import type { FastifyRequest } from 'fastify';

type Addressed = Pick<FastifyRequest, 'url' | 'routeOptions'>;

function isUnder(pattern: RegExp, { url, routeOptions }: Addressed): boolean {
  return pattern.test(url) || pattern.test(routeOptions.url ?? '');
}

const doors = /^\/+(api|files|graphql|mail\/source)(\/|\?|$)/;
const graphql = /^\/+graphql(\/|\?|$)/;
const counted = /^\/+(api|auth|files|graphql|mail)(\/|\?|$)/;

export function isDoor(request: Addressed): boolean {
  return isUnder(doors, request);
}

export function isGraphql(request: Addressed): boolean {
  return isUnder(graphql, request);
}

/** Doors, and those at which a session begins. */
export function isCounted(request: Addressed): boolean {
  return isUnder(counted, request);
}
