interface DecidingWordsProps {
  category: readonly string[];
  priority: readonly string[];
}

/** Why the local classifier suggests so: the words of the text that decided. */
export function DecidingWords({ category, priority }: DecidingWordsProps) {
  return (
    <>
      <Words name="Category" words={category} />
      <Words name="Priority" words={priority} />
    </>
  );
}

function Words({ name, words }: { name: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="break-words text-12 text-meta">
      {name} decided by <span className="text-body">{words.map((word) => `“${word}”`).join(', ')}</span>
    </p>
  );
}
