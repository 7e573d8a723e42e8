/** Desks on one database that answer the same requests, one with fast reads and one without. */
import { readFileSync } from 'node:fs';
import { type DocumentNode, Kind, print, visit } from 'graphql';
import type { TestDatabase } from './database.js';
import { startDesk, type TestDesk } from './desk.js';
import type { Credentials } from './team.js';

export type Asked = {
  readonly path: string;
  /** GET, or POST where there is a query, unless given. */
  readonly method?: string;
  readonly query?: string;
  readonly variables?: object;
  readonly headers?: Record<string, string>;
};

export type TwoWays = {
  readonly fast: TestDesk;
  readonly ordinary: TestDesk;
  /** How many operations the first answered directly, so far. */
  direct(): Promise<number>;
  close(): Promise<void>;
};

export async function startTwoWays(database: TestDatabase, environment: Record<string, string>): Promise<TwoWays> {
  const kept = { ...database, close: async () => undefined };
  const shared = { SECRET_KEY: 'the same key for both of the desks', METRICS_PORT: '0', ...environment };
  const [fast, ordinary] = await Promise.all([
    startDesk(shared, kept),
    startDesk({ ...shared, FAST_READS: 'off' }, kept),
  ]);
  return {
    fast,
    ordinary,
    async direct() {
      const figures = await (await fetch(`${fast.metricsUrl}/metrics`)).text();
      return Number(/graphql_executions_total{how="direct"} (\d+)/.exec(figures)?.[1]);
    },
    async close() {
      await fast.close();
      await ordinary.close();
    },
  };
}

/** What differs from request to request. */
const ofEachAnswer = ['date', 'x-request-id', 'ratelimit-remaining', 'ratelimit-reset'];

/** Status, headers and the body's bytes. */
export async function answerOf(desk: TestDesk, by: Credentials, { path, method, query, variables, headers }: Asked) {
  const own = by.origin ? { ...by, origin: desk.url } : by;
  const body = query && { method: 'POST', body: JSON.stringify({ query, variables }) };
  const response = await fetch(desk.url + path, {
    ...(method ? { method } : {}),
    ...body,
    headers: { ...(query ? { 'content-type': 'application/json' } : {}), ...own, ...headers },
  });
  const told = [...response.headers].filter(([name]) => !ofEachAnswer.includes(name));
  const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
  // Each desk has a port of its own, which links name, and each failure its request's id.
  const shown = `${response.status}\n${told.map((header) => header.join(': ')).join('\n')}\n\n${bytes}`;
  return shown.replaceAll(desk.url, 'desk').replace(/"requestId":"[^"]*"/g, '');
}

/** What the web client sends for its inbox, as Apollo Client sends it. */
export function inboxQuery(): string {
  const file = new URL('../../../client/src/gql/documents/InboxPageDocument.ts', import.meta.url);
  const [, json = ''] = /= (\{.*\}) as unknown as/.exec(readFileSync(file, 'utf8')) ?? [];
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
  const document = visit(JSON.parse(json) as DocumentNode, {
    SelectionSet: (node, _key, parent) =>
      parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...node, selections: [...node.selections, typename] },
  });
  return print(document);
}
