/**
 * Passwords as PHC strings of argon2id, by Node's own crypto. Each hash holds 19 MiB and a thread while it runs, so two
 * run at once and the others queue: the people whom the desk knows first, strangers after them.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { TooManyError } from '../../errors.js';

const derive = promisify(argon2);

const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const saltBytes = 16;
const atOnce = 2;
/** A stranger's sign-in that would wait for more than some seconds is told to come again. */
const mostWaiting = 200;

type Turn = () => void;
let running = 0;
const known: Turn[] = [];
const strangers: Turn[] = [];

async function inTurn<T>(isKnown: boolean, work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (!isKnown && strangers.length >= mostWaiting)
      throw new TooManyError('Too many people sign in at once. Try again.', 1);
    await new Promise<void>((resolve) => (isKnown ? known : strangers).push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // The place is handed on as it is, so that nobody who comes now slips in between.
    const next = known.shift() ?? strangers.shift();
    if (next) next();
    else running--;
  }
}

const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');
/** The same characters typed on another keyboard are the same password. */
const messageOf = (password: string) => password.normalize('NFKC');

/** `isKnown`: goes before those whom the desk does not know. */
export async function hashPassword(password: string, isKnown = true): Promise<string> {
  const nonce = randomBytes(saltBytes);
  const tag = await inTurn(isKnown, () => derive('argon2id', { message: messageOf(password), nonce, ...parameters }));
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

type Hash = { memory: number; passes: number; parallelism: number; nonce: Buffer; tag: Buffer };

function parseHash(text: string): Hash {
  const [, memory, passes, parallelism, nonce, tag] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text) ?? [];
  if (!nonce || !tag) throw new Error('The database holds something that is no argon2id hash.');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** What nobody's password is compared with: it takes as long as somebody's, so that time tells no addresses. */
const nobodys: Hash = { ...parameters, nonce: randomBytes(saltBytes), tag: randomBytes(parameters.tagLength) };

export type Verdict = { readonly isRight: boolean; readonly isOutdated: boolean };

/** `hash` null: there is no such account, or it has no password. */
export async function judgePassword(password: string, hash: string | null, isKnown: boolean): Promise<Verdict> {
  const { nonce, tag, ...cost } = hash === null ? nobodys : parseHash(hash);
  const found = await inTurn(isKnown, () =>
    derive('argon2id', { message: messageOf(password), nonce, ...cost, tagLength: tag.length }),
  );
  const isRight = timingSafeEqual(found, tag) && hash !== null;
  return { isRight, isOutdated: cost.memory < parameters.memory || cost.passes < parameters.passes };
}
