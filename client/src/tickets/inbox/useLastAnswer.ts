import { useState } from 'react';

/**
 * The last data that came, and whether it answers what is asked now. A list stays on screen while the next one is on its way,
 * and also when a refresh of it fails; but it must not pass for the answer to a question that failed.
 */
export function useLastAnswer<T>(data: T | undefined, question: object): { answer: T | undefined; isCurrent: boolean } {
  const [last, setLast] = useState<{ data: T; question: object } | null>(null);
  if (data !== undefined && (last?.data !== data || last.question !== question)) setLast({ data, question });
  return { answer: data ?? last?.data, isCurrent: data !== undefined || last?.question === question };
}
