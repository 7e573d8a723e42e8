import { keyOf } from '../relay/global-id.js';

/** Replies and notes are numbered by bigint. */
export const isKey = (key: string) => /^[1-9]\d{0,17}$/.test(key);

/** The key within the type, or null for what is no id of it. */
export function keyIn(type: 'PublicReply' | 'InternalNote', id: string): string | null {
  const key = keyOf(type, id);
  return key !== null && isKey(key) ? key : null;
}
