import { describe, expect, it } from '@jest/globals';
import { readCorpus } from './corpus.js';
import { answersOf, figuresOf } from './figures.js';
import { artefactLength, LocalClassifier, loadBuiltInClassifier } from './local-classifier.js';

describe('the built-in classifier', () => {
  const classifier = loadBuiltInClassifier();

  it('is as good as promised on tickets that it was not trained on', () => {
    const figures = figuresOf(answersOf(classifier, readCorpus('dev')));
    expect(figures['category macro-F1']).toBeGreaterThanOrEqual(0.88);
    expect(figures['priority macro-F1']).toBeGreaterThanOrEqual(0.84);
    expect(figures['within one level']).toBeGreaterThanOrEqual(0.96);
  });

  it('has an answer for a ticket without words', () => {
    const { category, priority } = classifier.predict({ title: '', description: ' \u200b ' });
    expect([category.value, priority.value]).toEqual(['general', 'low']);
  });

  it('is sure to a degree between chance and certainty', () => {
    const { category } = classifier.predict({ title: 'Invoice', description: 'Please send me a copy of the invoice.' });
    expect(category).toMatchObject({ value: 'billing' });
    expect(category.confidence).toBeGreaterThan(0.7);
    expect(category.confidence).toBeLessThan(1);
  });
});

describe('LocalClassifier.load', () => {
  it('refuses bytes that are no artefact', () => {
    expect(() => LocalClassifier.load(new Uint8Array(artefactLength - 1))).toThrow('no classifier');
  });

  it('answers with an even chance when it has learned nothing', () => {
    const { priority } = LocalClassifier.load(new Uint8Array(artefactLength)).predict({ description: 'help' });
    expect(priority.confidence).toBeCloseTo(0.25, 6);
  });
});
