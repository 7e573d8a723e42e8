/**
 * Lists have versions without descriptions, so the cache may hold a newer version beside an older text. A change of the
 * text must be based on the version that the text was read with, or it would write over another person's words unasked.
 */
interface Read {
  description: string;
  version: number;
}

const reads = new Map<string, Read>();

/** Called where a description is shown: the first version that it was seen with is the one it belongs to. */
export function rememberWords(id: string, { description, version }: Read): void {
  const known = reads.get(id);
  if (known?.description !== description || version < known.version) reads.set(id, { description, version });
}

/** The version that a change of this text is based on. */
export function baseVersion(id: string, { description, version }: Read): number {
  const known = reads.get(id);
  return known?.description === description ? Math.min(known.version, version) : version;
}
