/** The words of the measured tickets: 20,000, the most frequent first, drawn so that the n-th is n times rarer than the first. */
import { Random } from '../../src/samples/random.js';

export const vocabularySize = 20_000;

/** What people write most, so that a search can ask for words that everybody knows. */
const frequent =
  'the to is and my in of on not it for with when after error account cannot login page password payment please invoice refund card charged order app crash help screen update email server reset slow failed user data file report access billing loading button timeout browser';

const consonants = [...'bcdfghjklmnprstvwz', 'st', 'tr', 'pl', 'gr', 'sh', 'ch'];
const vowels = [...'aeiou', 'ai', 'ou', 'ea'];

export function vocabulary(): string[] {
  const random = new Random(20_261);
  const words = new Set(frequent.split(' '));
  while (words.size < vocabularySize) {
    const syllables = words.size < 300 ? 2 : 2 + Math.floor(random.next() * 3);
    let word = '';
    for (let count = 0; count < syllables; count++) word += random.pick(consonants) + random.pick(vowels);
    words.add(word);
  }
  return [...words];
}

/** In no vocabulary; the data holds it in three old tickets. */
export const plantedWord = 'xyloquartz';

/** In no ticket at all. */
export const absentWord = 'zzqxvzz';
