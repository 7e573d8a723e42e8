/** What an account may be, decided once at the services' door; the database enforces what it can again. */
import { InvalidInputError, type Issue, type IssueCode } from '../../errors.js';
import { isCommonPassword } from './common-passwords.js';

export const shortestPassword = 10;
export const longestPassword = 256;
const longestEmail = 254;
const longestName = 100;

export class Issues {
  readonly #found: Issue[] = [];

  add(path: string, code: IssueCode, message: string): void {
    this.#found.push({ path: [path], code, message });
  }

  /** @throws InvalidInputError where there is any */
  refuse(): void {
    if (this.#found.length > 0) throw new InvalidInputError(this.#found);
  }
}

/** The address as it is kept and compared, or null for what is none. */
export function normalEmail(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const email = value.trim().toLowerCase();
  const isAddress = /^[^\s@"<>,;:\\()[\]]+@[^\s@"<>,;:\\()[\]]+\.[^\s@"<>,;:\\()[\].]+$/.test(email);
  return isAddress && email.length <= longestEmail && email.isWellFormed() && !hasControl(email) ? email : null;
}

export function takeEmail(value: unknown, issues: Issues): string {
  const email = normalEmail(value);
  if (email === null) issues.add('email', 'invalid', 'This is not an e-mail address.');
  return email ?? '';
}

export function takeName(path: string, value: unknown, issues: Issues): string {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name === '') issues.add(path, 'blank', 'This field may not be blank.');
  else if (!name.isWellFormed() || hasControl(name)) issues.add(path, 'invalid', 'Not a valid string.');
  else if ([...name].length > longestName) {
    issues.add(path, 'too_long', `Ensure this field has no more than ${longestName} characters.`);
  }
  return name;
}

export function takeHandle(value: unknown, issues: Issues): string {
  const handle = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (!/^[a-z0-9][a-z0-9._-]{0,38}$/.test(handle)) {
    const message =
      'A handle has 1 to 39 letters a–z, digits, dots, hyphens or underscores, and begins with a letter or digit.';
    issues.add('handle', 'invalid', message);
  }
  return handle;
}

/** Length is what keeps a password safe; which kinds of characters it has is nobody's business. */
export function takePassword(path: string, value: unknown, issues: Issues): string {
  const password = typeof value === 'string' ? value : '';
  const length = [...password].length;
  if (length < shortestPassword) {
    issues.add(path, 'invalid', `Use at least ${shortestPassword} characters.`);
  } else if (length > longestPassword) {
    issues.add(path, 'too_long', `Use at most ${longestPassword} characters.`);
  } else if (isCommonPassword(password)) {
    issues.add(path, 'invalid', 'This password is one of the first that others would try. Choose another one.');
  }
  return password;
}

/** The beginning of a handle, of the part of the address before the @. */
export function handleFrom(email: string): string {
  const letters = (email.split('@', 1)[0] ?? '').replace(/[^a-z0-9._-]/g, '').replace(/^[._-]+/, '');
  return letters.slice(0, 30) || 'member';
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
