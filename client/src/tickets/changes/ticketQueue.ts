/**
 * Changes of one ticket go out one after the other, each knowing the version the one before it produced. Otherwise two quick
 * keystrokes would look to the server like two people, and the second would be refused.
 */
const versions = new Map<string, Promise<number>>();

/** Runs the task when the ticket's earlier ones are done. It receives the version they left (0 where there were none) and answers with its own. */
export async function inTurn(id: string, task: (lastVersion: number) => Promise<number>): Promise<void> {
  const before = versions.get(id) ?? Promise.resolve(0);
  const run = before.then(task);
  versions.set(
    id,
    run.catch(() => before),
  );
  await run;
}
