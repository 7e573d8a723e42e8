import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { buildDesk } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import type { Ports } from '../../src/ports.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { workDirectory } from './work-directory.js';

export type Answer<Body = unknown> = { status: number; headers: Headers; body: Body };

/** The whole desk on a fresh database, or a given one, behind a real port of this machine's own. Closes both. */
export async function startDesk(
  environment: Record<string, string> = {},
  given?: TestDatabase,
  ports?: Ports,
  port = 0,
) {
  const database = given ?? (await createTestDatabase());
  // What a desk keeps in files, such as its key, is as short-lived as its database.
  const dataDirectory = mkdtempSync(join(workDirectory(), 'data-'));
  const loaded = loadConfig({
    LOG_LEVEL: 'silent',
    LLM_PROVIDER: 'none',
    SEARCH_TIME_LIMIT_MS: '20000',
    ...environment,
    DATA_DIR: dataDirectory,
  });
  const config = {
    ...loaded,
    database: database.config,
  };
  const desk = await buildDesk(config, ports);
  const url = await desk.app.listen({ host: '127.0.0.1', port });

  async function rest<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const isJson = body !== undefined && typeof body !== 'string';
    const response = await fetch(url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as string) }),
    });
    const text = await response.text();
    const isParsed = /[/+]json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, headers: response.headers, body: (isParsed ? JSON.parse(text) : text) as Body };
  }

  async function graphql<Data = Record<string, unknown>>(query: string, variables: object = {}) {
    type Result = { data: Data; errors?: { message: string; extensions: Record<string, unknown> }[] };
    return (await rest<Result>('POST', '/graphql', { query, variables })).body;
  }

  /** A request whose path is sent as it is, for paths that a client library would repair. */
  async function rawPath(path: string): Promise<{ status: number; body: string }> {
    const { hostname, port } = new URL(url);
    const [response] = await once(request({ hostname, port, path }).end(), 'response');
    let body = '';
    for await (const chunk of response) body += chunk;
    return { status: response.statusCode, body };
  }

  return {
    url,
    /** For what no door of the desk does yet. */
    services: desk.services,
    usersCommand: { ...desk.services.identity, publicUrl: config.identity.publicUrl },
    setupCode: desk.services.identity.setupCode,
    mailAddress: desk.mailAddress,
    metricsUrl: `http://127.0.0.1:${desk.metricsAddress?.port}`,
    rest,
    graphql,
    rawPath,
    async close() {
      await desk.close();
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

export type TestDesk = Awaited<ReturnType<typeof startDesk>>;
