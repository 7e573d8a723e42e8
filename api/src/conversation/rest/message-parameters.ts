import type { Position } from '../../database/keyset.js';
import { InvalidInputError, type Issue } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import { isKey } from '../message-ids.js';

export type MessageQuery = { readonly limit: number | null; readonly after: Position | null };

export const largestLimit = 1000;

/** @throws InvalidInputError */
export function parseMessageQuery(query: Readonly<Record<string, unknown>>): MessageQuery {
  const issues: Issue[] = [];
  const limit = lastText(query.limit);
  const cursor = lastText(query.cursor);
  if (limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= largestLimit)) {
    issues.push({ path: ['limit'], code: 'invalid', message: `Ensure this value is between 1 and ${largestLimit}.` });
  }
  const key = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
  if (cursor !== null && !isKey(key)) {
    issues.push({ path: ['cursor'], code: 'invalid', message: 'Not a cursor of this list.' });
  }
  if (cursor !== null && limit === null) {
    issues.push({ path: ['limit'], code: 'required', message: 'A cursor needs a limit.' });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  const after = cursor === null ? null : { sort: null, number: Number(key) };
  return { limit: limit === null ? null : Number(limit), after };
}

/** Where the page after these words begins, opaque to callers. */
export const cursorAfter = (key: string) => Buffer.from(key).toString('base64url');
