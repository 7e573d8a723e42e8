export type ByteRange = { readonly from: number; readonly to: number };

/**
 * The part of `size` bytes that a Range header asks for, the last byte included. Null for the whole: there is no header, or
 * one that may be ignored. 'none' where there are no such bytes.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'none' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (!first && !last) return null;
  if (!first) return Number(last) === 0 ? 'none' : { from: Math.max(0, size - Number(last)), to: size - 1 };
  if (last && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'none';
  return { from: Number(first), to: last ? Math.min(Number(last), size - 1) : size - 1 };
}
