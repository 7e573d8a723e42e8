import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the client's build is, seen from the compiled api and from its sources alike. */
function findBuild(): string | null {
  const places = ['../../../client/dist/', '../../client/dist/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return places.find((place) => existsSync(`${place}index.html`)) ?? null;
}

/** The page that shows the REST reference in the desk's frame; null without a build, or with one from before there was such a page. */
export function referencePage(): Buffer | null {
  const root = findBuild();
  const path = root && `${root}reference/index.html`;
  return path && existsSync(path) ? readFileSync(path) : null;
}

/** Serves the built web client; every page that it routes itself answers its index. Without a build there is none to serve. */
export async function registerWebClient(app: FastifyInstance): Promise<void> {
  const root = findBuild();
  if (!root) return void app.setNotFoundHandler((_request, reply) => notFound(reply));
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    // The build brings its files in brotli and gzip as well; a browser that takes neither gets the plain one.
    preCompressed: true,
    setHeaders(response, path) {
      const isHashed = path.includes('/assets/');
      response.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // Nobody keeps the requester's page, or learns from it where a visitor came from.
  const onSend = async (_request: FastifyRequest, reply: FastifyReply) =>
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
  app.get('/r', { onSend }, (_request, reply) => reply.sendFile('index.html'));
  app.get('/admin', (_request, reply) => reply.redirect('/manage'));
  app.get('/graphiql', (_request, reply) => reply.sendFile('graphiql/index.html'));
  app.setNotFoundHandler((request, reply) => {
    return isPage(request) ? reply.sendFile('index.html') : notFound(reply);
  });
}

function notFound(reply: FastifyReply) {
  return reply.code(404).send({ detail: 'Not found.' });
}

/** What the client routes: neither a door for programs nor a file that is missing. */
function isPage({ method, url, headers }: FastifyRequest): boolean {
  const isDoorOrFile = /^\/+(api|auth|files|graphql)(\/|$)|\.\w+$/.test(url.split('?', 1)[0] ?? '');
  return ['GET', 'HEAD'].includes(method) && !isDoorOrFile && /text\/html|\*\/\*/.test(headers.accept ?? '*/*');
}
