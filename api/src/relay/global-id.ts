import { parseRowNumber } from '../database/row-number.js';
import { opaque } from './opaque.js';

/** Opaque, globally unique ids: base64url of "Type:key". A database key never leaves the graph in any other form. */
export type GlobalId = { readonly type: string; readonly key: string };

export function encodeGlobalId(type: string, key: string | number): string {
  return opaque(`${type}:${key}`);
}

/** Null for anything this desk cannot have issued. */
export function decodeGlobalId(id: string): GlobalId | null {
  const text = Buffer.from(id, 'base64url').toString();
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const globalId = { type: text.slice(0, colon), key: text.slice(colon + 1) };
  // Only the canonical spelling counts, so that one object has one id.
  return Buffer.from(text).toString('base64url') === id ? globalId : null;
}

/** The key within `type`, or null where the id is malformed or names another type. */
export function keyOf(type: string, id: string): string | null {
  const globalId = decodeGlobalId(id);
  return globalId?.type === type ? globalId.key : null;
}

/** The key as a row's number. */
export function numberOf(type: string, id: string): number | null {
  const key = keyOf(type, id);
  return key === null ? null : parseRowNumber(key);
}
