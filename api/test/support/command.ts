import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type CommandResult = { code: number | null; output: string; errors: string };

/** One of the repository's npm commands, called from `folder`, in a process group of its own as a terminal gives it. */
export function startCommand(
  name: string,
  args: readonly string[],
  options: { folder: string; env: NodeJS.ProcessEnv },
) {
  const child = spawn('npm', ['--prefix', root, 'run', '--silent', name, '--', ...args], {
    cwd: options.folder,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return { child, result: resultOf(child) };
}

export function runCommand(
  name: string,
  args: readonly string[],
  options: { folder: string; env: NodeJS.ProcessEnv },
): Promise<CommandResult> {
  return startCommand(name, args, options).result;
}

/** What a terminal does on Ctrl-C: every process of the group is told. */
export function pressControlC({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGINT');
}

async function resultOf(child: ChildProcess): Promise<CommandResult> {
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, output, errors };
}
