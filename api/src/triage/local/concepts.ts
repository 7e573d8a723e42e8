/**
 * Finds the lexicon's concepts in a sentence. A concept is a feature of the classifier, which learns what it is worth;
 * none decides anything by itself.
 */
import { readFileSync } from 'node:fs';

const longestPhrase = 4;
const shortestStem = 2;
/** A negation reaches this many words ahead: "not an urgent one". */
const reach = 3;

type Lexicon = { exact: Map<string, string[]>; stems: Map<string, string[]>; longestStem: number };

const lexicon = load(['team', 'effect']);

const negations = new Set(
  `not no never without dont doesnt didnt isnt arent wasnt werent cant cannot wont wouldnt couldnt hasnt havent hadnt shouldnt nothing none
  nicht kein keine keinen keinem keiner nie ohne ne n pas jamais sans aucun aucune plus rien no ni nunca jamas sin nada
  nao nem sem non mai senza nessun niet geen nooit zonder niets`.split(/\s+/),
);

/** Concepts in their order; one that a negation reaches is a concept of its own: "not outage". */
export function conceptsOf(words: readonly string[]): string[] {
  const concepts: string[] = [];
  let negatedUntil = -1;
  words.forEach((word, at) => {
    const found = new Set<string>();
    for (let length = 1; length <= longestPhrase && at + length <= words.length; length++) {
      const phrase = length === 1 ? word : words.slice(at, at + length).join('_');
      for (const concept of lookUp(phrase)) found.add(concept);
    }
    for (const concept of found) concepts.push(at <= negatedUntil ? `not ${concept}` : concept);
    if (negations.has(word)) negatedUntil = at + reach;
  });
  return concepts;
}

function lookUp(phrase: string): string[] {
  const found = [...(lexicon.exact.get(phrase) ?? [])];
  for (let length = Math.min(phrase.length, lexicon.longestStem); length >= shortestStem; length--) {
    const concepts = lexicon.stems.get(phrase.slice(0, length));
    // A stem must reach the last word of the phrase, or the shorter phrase has found it already.
    if (concepts && !phrase.includes('_', length)) found.push(...concepts);
  }
  return found;
}

function load(names: readonly string[]): Lexicon {
  const loaded: Lexicon = { exact: new Map(), stems: new Map(), longestStem: 0 };
  for (const name of names) {
    const text = readFileSync(new URL(`./lexicon/${name}.txt`, import.meta.url), 'utf8');
    for (const line of text.split('\n')) {
      const [concept, words] = line.split(': ');
      if (concept && words && !line.startsWith('#')) learn(loaded, concept, words.split(' '));
    }
  }
  return loaded;
}

function learn(loaded: Lexicon, concept: string, words: readonly string[]): void {
  for (const word of words) {
    const isStem = word.endsWith('*');
    const key = isStem ? word.slice(0, -1) : word;
    const map = isStem ? loaded.stems : loaded.exact;
    map.set(key, [...(map.get(key) ?? []), concept]);
    if (isStem) loaded.longestStem = Math.max(loaded.longestStem, key.length);
  }
}
