import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from './draft.js';
import { type DraftSuggestion, type SimilarToDraft, useSuggestForDraft } from './useSuggestForDraft.js';

const IDLE_MS = 600;
const ENOUGH_CHARACTERS = 20;
const PATIENCE_MS = 8000;

/**
 * When triage is asked while a person writes: after a pause or on leaving a field, once there are enough words, and never
 * twice about the same text. One question at a time, the latest. A failure is silence: the form works without, and the server
 * fills what was left open when the ticket is created.
 */
export function useDraftTriage({ title, description, attempt }: Draft) {
  const suggest = useSuggestForDraft();
  const [suggestion, setSuggestion] = useState<DraftSuggestion | null>(null);
  const [similar, setSimilar] = useState<SimilarToDraft>([]);
  const [reading, setReading] = useState(false);
  const [dismissed, setDismissed] = useState(false);
  const question = useRef<AbortController | null>(null);
  const asked = useRef('');
  const text = `${title.trim()}\n${description.trim()}`.trim();
  const isShort = text.length < ENOUGH_CHARACTERS;
  const silent = dismissed || attempt !== null || isShort;

  const ask = useCallback(async () => {
    if (silent || text === asked.current) return;
    asked.current = text;
    question.current?.abort();
    const controller = new AbortController();
    question.current = controller;
    const patience = setTimeout(() => controller.abort(), PATIENCE_MS);
    setReading(true);
    const answer = await suggest({ title: title.trim(), description: description.trim() }, controller.signal).catch(
      () => null,
    );
    clearTimeout(patience);
    if (question.current !== controller) return;
    setReading(false);
    if (!answer) return;
    setSuggestion(answer.suggestion);
    setSimilar(answer.similar);
  }, [silent, text, title, description, suggest]);

  useEffect(() => {
    const timer = setTimeout(() => void ask(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [ask]);

  useEffect(() => () => question.current?.abort(), []);

  return {
    suggestion: dismissed || isShort ? null : suggestion,
    similar: isShort ? [] : similar,
    reading: reading && !silent,
    ask,
    dismiss: () => setDismissed(true),
  };
}
