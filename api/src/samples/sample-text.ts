/**
 * What sample tickets say. Sentences are put together from the corpus that the local classifier learns from, this
 * project's own: some hundreds of things that happen, with what people add to them.
 */
import { readFileSync } from 'node:fs';
import type { TicketCategory, TicketPriority } from '../tickets/fields/ticket-values.js';
import type { Random } from './random.js';

type Corpus = {
  readonly cores: Readonly<Record<TicketCategory, Readonly<Record<TicketPriority, readonly string[]>>>>;
  /** What tells how bad it is. */
  readonly modifiers: Readonly<Record<TicketPriority, readonly string[]>>;
  readonly neutral: readonly string[];
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  /** Values by name, for `{name}` in any sentence. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
};

const corpus: Corpus = JSON.parse(readFileSync(new URL('../triage/corpus/cores.json', import.meta.url), 'utf8'));

export function sampleText(category: TicketCategory, priority: TicketPriority, random: Random) {
  const values = new Map<string, string>();
  // One ticket tells of one amount, one month, one name.
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values.get(name) ?? fill(random.pick(corpus.slots[name] ?? [name]));
      values.set(name, value);
      return value;
    });
  const core = fill(random.pick(corpus.cores[category][priority]));
  const sentences = [core];
  if (random.chance(0.6)) sentences.push(fill(random.pick(corpus.modifiers[priority])));
  if (random.chance(0.55)) sentences.push(fill(random.pick(corpus.neutral)));
  const greeting = random.chance(0.6) ? `${fill(random.pick(corpus.greetings))}\n` : '';
  const closing = random.chance(0.6) ? `\n${capitalised(fill(random.pick(corpus.closings)))}` : '';
  return { title: titleOf(core), description: greeting + sentences.map(asSentence).join(' ') + closing };
}

/** As people write a subject: the matter without its subordinate clauses. */
function titleOf(core: string): string {
  const [clause = core] = core.split(/, | because | although | and I | but /);
  const title = capitalised(clause.length >= 15 ? clause : core);
  return isQuestion(title) ? `${title}?` : title;
}

function asSentence(text: string): string {
  return `${capitalised(text)}${isQuestion(text) ? '?' : '.'}`;
}

function isQuestion(text: string): boolean {
  return /^(how|what|where|when|why|who|which|is|are|can|could|do|does|should|will)\b/i.test(text);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
