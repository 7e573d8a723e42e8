import { describe, expect, it } from '@jest/globals';
import { conceptsOf } from './concepts.js';
import { groupOfConcept, kindOfConcept, lexiconLines } from './lexicon.js';
import { categories } from './local-classifier.js';
import { sentencesOf } from './sentences.js';

const concepts = (text: string) => conceptsOf(text.split(' '));

describe('conceptsOf', () => {
  it('finds a word by its beginning, and a phrase', () => {
    expect(concepts('two refunds')).toContain('refund');
    expect(concepts('a credit note')).toContain('invoice');
    expect(concepts('no rush')).toContain('norush');
  });

  it.each([
    ['Deutsch', 'die rechnung', 'invoice'],
    ['français', 'mot de passe', 'password'],
    ['español', 'no funciona', 'broken'],
    ['português', 'meu reembolso', 'refund'],
    ['italiano', 'rimborso', 'refund'],
    ['Nederlands', 'wachtwoord vergeten', 'password'],
  ])('understands %s', (_, text, concept) => {
    expect(concepts(text)).toContain(concept);
  });

  it('tells what is denied from what is said, within a few words', () => {
    expect(concepts('the server is not down')).toContain('not down');
    expect(concepts('the server is down')).toContain('down');
    expect(concepts('not one of them told me the server is down')).toContain('down');
  });
});

describe('the lexicon', () => {
  it('has a group of concepts for each category', () => {
    expect([...new Set(groupOfConcept.values())]).toEqual(expect.arrayContaining(categories));
  });

  it('has every concept once, and kinds of known concepts only', () => {
    const names = lexiconLines.map(({ concept }) => concept);
    expect(names).toEqual([...new Set(names)]);
    for (const concept of kindOfConcept.keys()) expect(names).toContain(concept);
  });

  it('has phrases of up to four words, spelt as a ticket is after it was made plain', () => {
    const phrases = lexiconLines.flatMap((line) => line.phrases.map((phrase) => phrase.replace('*', '')));
    const strange = phrases.filter((phrase) => {
      const words = sentencesOf(phrase.replaceAll('_', ' ')).flatMap((sentence) => sentence.words);
      return words.join('_') !== phrase || words.length > 4;
    });
    expect(strange).toEqual([]);
  });
});
