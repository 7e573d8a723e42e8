import { Fragment } from 'react';

/** Marks every word of the query wherever it occurs, as the search found it: anywhere, whatever its case. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return text;
  const pattern = new RegExp(`(${words.map(escapePattern).join('|')})`, 'giu');
  let offset = 0;
  return text.split(pattern).map((part, index) => {
    const key = `${offset}:${index % 2}`;
    offset += part.length;
    return index % 2 === 1 ? (
      <mark key={key} className="rounded-[2px] bg-match py-px text-on-match">
        {part}
      </mark>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
