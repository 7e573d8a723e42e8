/**
 * How the users command reaches a desk that holds the embedded database: a socket of the file system, which the
 * operator's own user alone may open. Never an HTTP door: whatever a proxy lets through would reach that too.
 */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { runUsersCommand, UsageError, type UsersCommand } from './users-command.js';

const folder = 'run';
const longestQuestion = 10_000;

const question = z.array(z.string());
const answer = z.object({ lines: z.array(z.string()), error: z.string().nullable() });
type Answer = z.infer<typeof answer>;

const socketIn = (directory: string) => join(directory, folder, 'users.sock');

export async function offerUsersCommand(desk: UsersCommand, directory: string): Promise<void> {
  const path = socketIn(directory);
  mkdirSync(join(directory, folder), { recursive: true, mode: 0o700 });
  chmodSync(join(directory, folder), 0o700);
  // Left by a desk that was killed: whoever is here holds the directory's lock.
  rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => void serve(desk, socket));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  chmodSync(path, 0o600);
  // It ends with the process.
  server.unref();
}

async function serve(desk: UsersCommand, socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  try {
    socket.end(JSON.stringify(await answerTo(desk, await read(socket))));
  } catch {
    socket.destroy();
  }
}

async function answerTo(desk: UsersCommand, text: string): Promise<Answer> {
  try {
    return { lines: await runUsersCommand(desk, question.parse(JSON.parse(text))), error: null };
  } catch (error) {
    return { lines: [], error: (error as Error).message };
  }
}

async function read(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket) {
    text += part;
    if (text.length > longestQuestion) throw new Error('The question is too long.');
  }
  return text;
}

/** Null where no desk listens. @throws UsageError with what the desk says is wrong */
export async function askRunningDesk(directory: string, args: readonly string[]): Promise<string[] | null> {
  const socket = await open(socketIn(directory));
  if (!socket) return null;
  socket.end(JSON.stringify(args));
  const { lines, error } = answer.parse(JSON.parse(await text(socket)));
  if (error !== null) throw new UsageError(error);
  return lines;
}

function open(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
  });
}
