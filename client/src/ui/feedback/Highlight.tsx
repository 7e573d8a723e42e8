import { findWords } from '../fold.js';

/** Marks every word of the query wherever it occurs, as the search found it: anywhere, however it is spelt. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const spans = findWords(text, query);
  if (spans.length === 0) return text;
  return (
    <>
      {text.slice(0, spans[0]?.start)}
      {spans.map(({ start, end }, index) => [
        <mark key={start} className="rounded-[2px] bg-match py-px text-on-match">
          {text.slice(start, end)}
        </mark>,
        text.slice(end, spans[index + 1]?.start),
      ])}
    </>
  );
}
