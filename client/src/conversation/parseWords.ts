/** A kept draft of words, or null for what storage no longer holds whole. */
export function parseWords(stored: unknown): string | null {
  return typeof stored === 'string' && stored !== '' ? stored : null;
}
