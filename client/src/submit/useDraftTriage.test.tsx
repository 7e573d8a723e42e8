import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createCache } from '../apollo/cache.js';
import { type Draft, emptyDraft } from './draft.js';
import { useDraftTriage } from './useDraftTriage.js';

interface Question {
  input: { title: string; description: string };
  signal: AbortSignal;
  answer: (category: string) => void;
}

const suggestion = (category: string) => ({
  __typename: 'TriageSuggestion',
  id: `suggestion-${category}`,
  quote: null,
  source: 'LOCAL',
  engine: 'local',
  version: '1',
  latencyMs: 1,
  rationale: null,
  learnedFrom: [],
  category: { __typename: 'CategorySuggestion', value: category, confidence: 0.9, belowThreshold: false },
  priority: { __typename: 'PrioritySuggestion', value: 'HIGH', confidence: 0.8, belowThreshold: false },
});

/** A server that answers when the test says so. */
function startAsking(draft: Partial<Draft>) {
  const questions: Question[] = [];
  const link = new ApolloLink(
    ({ variables, getContext }) =>
      new Observable((observer) => {
        const { signal } = getContext().fetchOptions as { signal: AbortSignal };
        signal.addEventListener('abort', () => observer.error(new DOMException('Aborted', 'AbortError')));
        questions.push({
          input: variables.input as Question['input'],
          signal,
          answer(category) {
            const payload = {
              __typename: 'SuggestTriagePayload',
              suggestion: suggestion(category),
              similarTickets: [],
              userErrors: [],
            };
            observer.next({ data: { suggestTriage: payload } });
            observer.complete();
          },
        });
      }),
  );
  const client = new ApolloClient({ cache: createCache(), link, dataMasking: true });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const hook = renderHook((words: Partial<Draft>) => useDraftTriage({ ...emptyDraft, ...words }), {
    wrapper,
    initialProps: draft,
  });
  return { ...hook, questions };
}

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));
const long = 'Every export ends with an error';

describe('triage while a person writes', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  it('is asked after 600 ms without a keystroke, once there are 20 characters', async () => {
    const { questions, rerender } = startAsking({ title: 'Nineteen characters' });
    await pass(2000);
    expect(questions).toHaveLength(0);
    rerender({ title: 'Twenty characters it' });
    await pass(599);
    expect(questions).toHaveLength(0);
    await pass(1);
    expect(questions[0]?.input).toEqual({ title: 'Twenty characters it', description: '' });
  });

  it('is asked at once on leaving a field, and never twice about the same words', async () => {
    const { questions, result } = startAsking({ title: long });
    await act(async () => void result.current.ask());
    expect(questions).toHaveLength(1);
    await pass(2000);
    await act(async () => void result.current.ask());
    expect(questions).toHaveLength(1);
  });

  it('gives up the question before when the words have changed, and takes only the latest answer', async () => {
    const { questions, result, rerender } = startAsking({ title: long });
    await pass(600);
    rerender({ title: `${long}, and we were charged twice` });
    await pass(600);
    expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await act(async () => questions[1]?.answer('BILLING'));
    await act(async () => questions[0]?.answer('TECHNICAL'));
    expect(result.current.suggestion?.category.value).toBe('BILLING');
  });

  it('is not waited for longer than eight seconds', async () => {
    const { questions, result } = startAsking({ title: long });
    await pass(600);
    expect(result.current.reading).toBe(true);
    await pass(8000);
    expect(questions[0]?.signal.aborted).toBe(true);
    expect(result.current.reading).toBe(false);
  });

  it('is silent once the person dismissed it, and while a submission may be under way', async () => {
    const { questions, result, rerender } = startAsking({ title: long });
    await pass(600);
    await act(async () => questions[0]?.answer('TECHNICAL'));
    act(() => result.current.dismiss());
    expect(result.current.suggestion).toBeNull();
    rerender({ title: `${long} again` });
    await pass(2000);
    expect(questions).toHaveLength(1);

    const submitting = startAsking({ title: long, attempt: { title: long, description: long, idempotencyKey: 'key' } });
    await pass(2000);
    expect(submitting.questions).toHaveLength(0);
  });
});
