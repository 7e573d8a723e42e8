import type { Server } from './servers.js';

/** One question to the graph. @throws where it is not answered, or with errors */
export async function ask<Data>(server: Server, query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(`${server.name}: ${errors.map(({ message }) => message).join(', ')}`);
  return data;
}

/** How long it takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
