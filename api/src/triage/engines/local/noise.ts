/**
 * Real mails wrap their matter in greetings, small talk, signatures, footers and lists of versions. Training mixes such lines
 * into tickets, so that the classifier learns what says nothing.
 */
import { readFileSync } from 'node:fs';
import type { Random } from './random.js';

type Part = 'before' | 'after' | 'surroundings' | 'signatures' | 'footers';

const parts = read();
/** How often a noisy ticket has each part. */
const shares: Record<Part, number> = { before: 0.6, after: 0.6, surroundings: 0.25, signatures: 0.4, footers: 0.3 };

export function withNoise(text: string, random: Random): string {
  const some = (part: Part) => (random.next() < shares[part] ? [pick(parts[part], random)] : []);
  const body = random.next() < 0.15 ? misspelt(text, random) : text;
  return [
    ...some('before'),
    ...some('before'),
    body,
    ...some('surroundings'),
    ...some('after'),
    ...some('after'),
    ...some('signatures'),
    ...some('footers'),
  ].join('\n');
}

/** Exchanges two letters in a third of the longer words. */
function misspelt(text: string, random: Random): string {
  return text.replace(/\p{L}{5,}/gu, (word) => {
    if (random.next() > 0.33) return word;
    const at = 1 + Math.floor(random.next() * (word.length - 3));
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}

function pick(lines: readonly string[], random: Random): string {
  return lines[Math.floor(random.next() * lines.length)] ?? '';
}

function read(): Record<Part, string[]> {
  const found: Record<Part, string[]> = { before: [], after: [], surroundings: [], signatures: [], footers: [] };
  let lines: string[] = [];
  for (const line of readFileSync(new URL('../../corpus/noise.txt', import.meta.url), 'utf8').split('\n')) {
    const heading = line.startsWith('# ') ? line.slice(2) : null;
    if (heading !== null) lines = found[heading as Part] ?? [];
    else if (line !== '') lines.push(line.replaceAll('\\n', '\n'));
  }
  return found;
}
