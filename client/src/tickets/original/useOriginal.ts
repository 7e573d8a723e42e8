import { useEffect, useState } from 'react';
import { apiUrl } from '../../apollo/apiUrl.js';

export interface Original {
  headers: string;
  text: string;
  has_formatting: boolean;
}

/** Null while it comes; FAILED where it does not, such as a mail that was forgotten meanwhile. */
export function useOriginal(path: string): Original | 'FAILED' | null {
  const [original, setOriginal] = useState<Original | 'FAILED' | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const load = async (): Promise<Original | 'FAILED'> => {
      const answer = await fetch(`${apiUrl}/api/${path}/original/`, { signal: leaving.signal });
      return answer.ok ? ((await answer.json()) as Original) : 'FAILED';
    };
    void load()
      .catch(() => 'FAILED' as const)
      .then((loaded) => {
        if (!leaving.signal.aborted) setOriginal(loaded);
      });
    return () => leaving.abort();
  }, [path]);
  return original;
}
