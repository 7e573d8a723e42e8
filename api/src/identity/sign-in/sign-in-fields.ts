/** What the doors to a session take from their bodies. */
import { Issues, takePassword } from '../accounts/account-rules.js';
import { hashPassword } from '../accounts/passwords.js';

const longestSecret = 200;

/** A secret as it was sent; what is no text is no secret. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longestSecret) : '';
}

/** @throws InvalidInputError for a password that is none to have */
export async function newPasswordHash(path: string, value: unknown): Promise<string> {
  const issues = new Issues();
  const password = takePassword(path, value, issues);
  issues.refuse();
  return hashPassword(password);
}
