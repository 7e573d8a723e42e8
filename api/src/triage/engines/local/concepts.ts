/**
 * Finds the lexicon's concepts in a sentence. A concept is a feature of the classifier, which learns what it is worth;
 * none decides anything by itself.
 */
import { beginnings, longestBeginning, wholes } from './lexicon.js';

export const negation = 'not ';
const longestPhrase = 4;
const shortestBeginning = 2;
/** A negation reaches this many words ahead: "not an urgent one". */
const reach = 3;

const negations = new Set(
  `not no never without dont doesnt didnt isnt arent wasnt werent cant cannot wont wouldnt couldnt hasnt havent hadnt shouldnt nothing none
  nicht kein keine keinen keinem keiner nie ohne ne n pas jamais sans aucun aucune plus rien ni nunca jamas sin nada
  nao nem sem non mai senza nessun niet geen nooit zonder niets
  nie bez nic не нет без ні немає لا لم لن ليس بدون nahi नहीं`.split(/\s+/),
);

/** Concepts in their order; one that a negation reaches is a concept of its own: "not outage". */
export function conceptsOf(words: readonly string[]): string[] {
  return conceptsFound(words).map(({ concept }) => concept);
}

/** Concepts with the words that stand for them. */
export function conceptsFound(words: readonly string[]): { concept: string; words: readonly string[] }[] {
  const concepts: { concept: string; words: readonly string[] }[] = [];
  let negatedUntil = -1;
  words.forEach((word, at) => {
    for (const [concept, length] of conceptsAt(words, at)) {
      const name = at <= negatedUntil ? `${negation}${concept}` : concept;
      concepts.push({ concept: name, words: words.slice(at, at + length) });
    }
    if (negations.has(word)) negatedUntil = at + reach;
  });
  return concepts;
}

function conceptsAt(words: readonly string[], at: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let length = 1; length <= longestPhrase && at + length <= words.length; length++) {
    for (const concept of lookUp(words.slice(at, at + length).join('_'))) {
      if (!found.has(concept)) found.set(concept, length);
    }
  }
  return found;
}

function lookUp(phrase: string): string[] {
  const found = [...(wholes.get(phrase) ?? [])];
  for (let length = Math.min(phrase.length, longestBeginning); length >= shortestBeginning; length--) {
    // A beginning reaches the last word of the phrase, or the shorter phrase has found it already.
    if (phrase.includes('_', length)) break;
    found.push(...(beginnings.get(phrase.slice(0, length)) ?? []));
  }
  return found;
}
