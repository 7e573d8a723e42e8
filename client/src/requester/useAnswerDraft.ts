import { useState } from 'react';

const keyOf = (number: number) => `relaydesk.request-${number}`;

/** The words that are being written, kept for this tab: a reload loses nothing, and nobody after it finds them. */
export function useAnswerDraft(number: number) {
  const [words, setWords] = useState(() => read(number));
  const write = (next: string) => {
    setWords(next);
    try {
      sessionStorage.setItem(keyOf(number), next);
    } catch {
      // Storage is full or blocked: the words last as long as the page.
    }
  };
  return [words, write] as const;
}

function read(number: number): string {
  try {
    return sessionStorage.getItem(keyOf(number)) ?? '';
  } catch {
    return '';
  }
}
