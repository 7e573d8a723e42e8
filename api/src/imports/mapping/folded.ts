/** Names and values are told apart by their letters and digits alone: case, blanks, `_` and `-` do not matter. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u200B-\u200F\u2060\uFEFF]/g, '');
}
