import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const children = new Set<ChildProcess>();

/** Runs a TypeScript file of this folder as a process of its own, which talks by messages and may be killed. */
export function startChild(file: string, ...args: string[]): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: ['--import', new URL('../../scripts/development/typescript.mjs', import.meta.url).href],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** For `afterEach`: a failed test leaves no process behind. */
export async function killChildren(): Promise<void> {
  await Promise.all([...children].map(kill));
}

export async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message] = await once(child, 'message');
  return message;
}

/** `kill -9`: the process gets no chance to tidy up. */
export async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
