/** Whether a request comes from a page of the desk itself, as the browser tells: pages of others must not act with a visitor's session. */
import type { FastifyRequest } from 'fastify';

export class OwnOrigin {
  readonly #publicOrigin: string;
  readonly #hosts: ReadonlySet<string>;

  /** `hosts`: names by which the desk may be called, besides those of this machine. */
  constructor(publicUrl: string, hosts: readonly string[]) {
    this.#publicOrigin = new URL(publicUrl).origin;
    this.#hosts = new Set(['localhost', '127.0.0.1', '[::1]', ...hosts.map((host) => host.toLowerCase())]);
  }

  /** A foreign page by its own word. Programs say nothing, and are not meant. */
  isForeign(request: FastifyRequest): boolean {
    const { origin } = request.headers;
    if (origin !== undefined) return !this.isOwn(origin, request);
    const site = request.headers['sec-fetch-site'];
    return site === 'cross-site' || site === 'same-site';
  }

  /** What a request with a session must show before it may change anything. */
  isProven(request: FastifyRequest): boolean {
    const { origin } = request.headers;
    if (origin !== undefined) return this.isOwn(origin, request);
    return request.headers['sec-fetch-site'] === 'same-origin';
  }

  private isOwn(origin: string, { protocol, host, hostname }: FastifyRequest): boolean {
    if (origin === this.#publicOrigin) return true;
    return origin === `${protocol}://${host}` && this.#hosts.has(hostname.toLowerCase());
  }
}
