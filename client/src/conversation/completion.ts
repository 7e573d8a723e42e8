/** Lists that open while somebody types: a character at the start of a word, and the letters after it that narrow the list. */
import type { Completion } from './CompletionList.js';

/** By the character that opens it. */
export type Completions = Readonly<Record<string, (letters: string) => readonly Completion[]>>;

const MOST_OFFERS = 8;
const LONGEST = 40;

/** What is offered at the caret: where its word starts, and the offers. Null where no list is open. */
export function openCompletion(text: string, caret: number, completions: Completions) {
  const [, word = ''] = /(?:^|\s)(\S{1,41})$/.exec(text.slice(Math.max(0, caret - LONGEST - 2), caret)) ?? [];
  const offersOf = completions[word[0] ?? ''];
  if (!offersOf) return null;
  return { start: caret - word.length, offers: offersOf(word.slice(1)).slice(0, MOST_OFFERS) };
}

/** Whether a name fits what was typed so far: a word of it begins with the letters. */
export function fits(name: string, letters: string): boolean {
  const wanted = letters.toLowerCase();
  return ` ${name.toLowerCase()}`.includes(` ${wanted}`) || name.toLowerCase().startsWith(wanted);
}
