import { useRef, useState } from 'react';
import { wordsSince } from '../drafts/wordsSince.js';

const keyOf = (number: number) => `relaydesk.request-${number}`;

/** The words that are being written, kept for this tab: a reload loses nothing, and nobody after it finds them. */
export function useAnswerDraft(number: number) {
  const [words, setWords] = useState(() => read(number));
  // What stands there by now, for whoever sent it and comes back.
  const current = useRef(words);
  const write = (next: string) => {
    current.current = next;
    setWords(next);
    try {
      sessionStorage.setItem(keyOf(number), next);
    } catch {
      // Storage is full or blocked: the words last as long as the page.
    }
  };
  /** These words are said; what was written meanwhile stays. */
  const leave = (sent: string) => write(wordsSince(sent, current.current));
  return { words, write, leave };
}

function read(number: number): string {
  try {
    return sessionStorage.getItem(keyOf(number)) ?? '';
  } catch {
    return '';
  }
}
