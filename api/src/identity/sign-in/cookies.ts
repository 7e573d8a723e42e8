/**
 * The cookie of a session. Browsers keep a `__Host-` cookie only where it came with Secure, Path=/ and no Domain, so none
 * of another host can stand in its place. Over plain HTTP, where they would not keep it at all, it has a plain name.
 */
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../../http/own-address.js';
import { lifeLimitSeconds } from '../sessions/session-store.js';

export async function acceptCookies(app: FastifyInstance): Promise<void> {
  // Read where somebody asks for them, not for each request.
  await app.register(fastifyCookie, { hook: false });
}

export class Cookies {
  readonly #isSecure: boolean;

  constructor(publicUrl: string) {
    this.#isSecure = publicUrl.startsWith('https:');
  }

  session(request: FastifyRequest): string | null {
    return read(request, this.nameOf('relaydesk', request));
  }

  setSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
    this.set(request, reply, 'relaydesk', secret, lifeLimitSeconds);
  }

  clearSession(request: FastifyRequest, reply: FastifyReply): void {
    this.set(request, reply, 'relaydesk', '', 0);
  }

  /** What a sign-in at the provider must bring back: bound to the browser that began it. */
  oidc(request: FastifyRequest): string | null {
    return read(request, this.nameOf('relaydesk-oidc', request));
  }

  setOidc(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
    this.set(request, reply, 'relaydesk-oidc', value, seconds);
  }

  /** What a link to a request was exchanged for. */
  request(request: FastifyRequest): string | null {
    return read(request, this.nameOf('relaydesk-request', request));
  }

  setRequest(request: FastifyRequest, reply: FastifyReply, value: string, seconds: number): void {
    this.set(request, reply, 'relaydesk-request', value, seconds);
  }

  clearRequest(request: FastifyRequest, reply: FastifyReply): void {
    this.set(request, reply, 'relaydesk-request', '', 0);
  }

  private set(request: FastifyRequest, reply: FastifyReply, name: string, value: string, maxAge: number): void {
    reply.setCookie(this.nameOf(name, request), value, {
      path: '/',
      httpOnly: true,
      // Not strict: a link in a mail, and the provider's way back, come from other sites.
      sameSite: 'lax',
      secure: this.isSecureFor(request),
      maxAge,
    });
  }

  private nameOf(name: string, request: FastifyRequest): string {
    return this.isSecureFor(request) ? `__Host-${name}` : name;
  }

  /** Also a desk with a public address can be asked over HTTP, on its own machine. */
  private isSecureFor({ protocol, hostname }: FastifyRequest): boolean {
    return this.#isSecure && !(protocol === 'http' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
  }
}

function read(request: FastifyRequest, name: string): string | null {
  const { cookie } = request.headers;
  // Most requests of programs have none, and parsing what is not ours is work for nothing.
  if (!cookie?.includes(name)) return null;
  return request.server.parseCookie(cookie)[name] || null;
}
