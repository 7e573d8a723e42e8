import { useState } from 'react';

const nothing: ReadonlySet<string> = new Set();

/** The selected tickets of a list. */
export function useSelection(ids: readonly string[]) {
  const [selection, setSelection] = useState(nothing);
  const [anchor, setAnchor] = useState<string | null>(null);

  /** `range` adds everything between the last choice and this one. */
  const toggle = (id: string, range: boolean) => {
    const next = new Set(selection);
    const [from, to] = [anchor ? ids.indexOf(anchor) : -1, ids.indexOf(id)].sort((a, b) => a - b);
    if (range && from !== undefined && from >= 0)
      for (const between of ids.slice(from, (to ?? from) + 1)) next.add(between);
    else if (!next.delete(id)) next.add(id);
    setAnchor(id);
    setSelection(next);
  };
  return {
    selection,
    toggle,
    select: (chosen: readonly string[]) => setSelection(new Set(chosen)),
    clear: () => setSelection(nothing),
  };
}
