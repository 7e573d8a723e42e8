/** The key that signs what the desk hands out and takes back. It is never in the database, and so in no backup. */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IdentityConfig } from '../../config-identity.js';

const fileName = 'secret-key';

export class SecretKey {
  #key: string | undefined;

  constructor(private readonly config: Pick<IdentityConfig, 'secretKey' | 'dataDirectory'>) {}

  /** `purpose` keeps what was signed for one thing from counting for another. */
  sign(purpose: string, text: string): string {
    return `${text}.${this.mac(purpose, text)}`;
  }

  /** The text that was signed, or null. */
  open(purpose: string, signed: string): string | null {
    const dot = signed.lastIndexOf('.');
    if (dot < 0) return null;
    const text = signed.slice(0, dot);
    const [given, right] = [Buffer.from(signed.slice(dot + 1)), Buffer.from(this.mac(purpose, text))];
    return given.length === right.length && timingSafeEqual(given, right) ? text : null;
  }

  private mac(purpose: string, text: string): string {
    this.#key ??= this.config.secretKey ?? keyIn(this.config.dataDirectory);
    const key = Buffer.from(hkdfSync('sha256', this.#key, '', purpose, 32));
    return createHmac('sha256', key).update(text).digest('base64url');
  }
}

/** Processes that start together: whose file is there first says what the key is. */
function keyIn(directory: string): string {
  const file = join(directory, fileName);
  mkdirSync(directory, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
