/**
 * Cuts a ticket into sentences of plain words, the same for every spelling: lower case, no accents, numbers as classes.
 * Every step is linear in the part of the ticket that is read, which is bounded.
 */
import { matterOf } from './matter.js';

export type Sentence = { readonly words: readonly string[]; readonly asks: boolean };

/** The ask stands at the start or at the end; what lies between is cut before anything else reads it. */
const headLength = 3_000;
const tailLength = 1_000;
const mostWords = 700;
const longestWord = 24;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Accents, and the vowel signs that Arabic and Hebrew mostly leave out; those of Indic scripts are letters like any other. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const thousands = /(\d)[.,](\d{3})(?!\d)/g;
const negatedVerb = /n['’`]t(?![\p{L}])/gu;
const shortVerb = /['’`](?:s|m|re|ve|ll|d)(?![\p{L}])/gu;
const piece = /[\p{L}\p{M}\p{N}]+|[.!?;\n€$£%。؟।]/gu;

const asking = new Set(['?', '؟']);
const ending = new Set(['.', '!', ';', '\n', '。', '।']);

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: string[] = [];
  let room = mostWords;
  const end = (asks: boolean) => {
    if (words.length > 0 || asks) sentences.push({ words, asks });
    words = [];
  };
  for (const [sign] of matterOf(plain(text)).matchAll(piece)) {
    if (asking.has(sign)) end(true);
    else if (ending.has(sign)) end(false);
    else if (room > 0) {
      const found = wordsOf(sign).slice(0, room);
      room -= found.length;
      words.push(...found);
    }
  }
  end(false);
  return sentences;
}

function plain(text: string): string {
  const cut = text.length > headLength + tailLength ? `${text.slice(0, headLength)}\n${text.slice(-tailLength)}` : text;
  return cut
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .split(/(\s)/)
    .map(withoutAddress)
    .join('')
    .replace(thousands, '$1$2')
    .replace(negatedVerb, 'nt')
    .replace(shortVerb, '');
}

function withoutAddress(chunk: string): string {
  if (chunk.startsWith('http:') || chunk.startsWith('https:') || chunk.startsWith('www.')) return 'xlink';
  return chunk.includes('@') ? 'xmail' : chunk;
}

/** Where nothing tells words apart, every two letters that follow each other are one. */
export function wordsOf(sign: string): string[] {
  const words: string[] = [];
  let end = 0;
  for (const { 0: run, index } of sign.matchAll(unspaced)) {
    if (index > end) words.push(wordOf(sign.slice(end, index)));
    words.push(...pairsOf(run));
    end = index + run.length;
  }
  if (end < sign.length) words.push(wordOf(sign.slice(end)));
  return words;
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

const unit = /^\d+(am|pm|h|m|s|ms|min|mins|k|x|kg|kb|mb|gb|tb|st|nd|rd|th|uhr|eur|usd)$/;
/** Names such as 2fa, mp3, soc2. */
const nameWithDigit = /^(?=.{2,4}$)[a-z]*\d[a-z]*$/;

/** What a number counts matters less than how large it is; identifiers are all alike. */
function wordOf(sign: string): string {
  if (sign === '€' || sign === '$' || sign === '£') return 'xmoney';
  if (!/\d/.test(sign)) return sign.slice(0, longestWord);
  if (/^\d+$/.test(sign)) return numberClass(sign);
  if (unit.test(sign)) return sign.replace(/^\d+/, 'x');
  return nameWithDigit.test(sign) ? sign : 'xcode';
}

function numberClass(digits: string): string {
  if (/^[45]\d\d$/.test(digits)) return `x${digits}`;
  if (digits.length > 6) return 'xid';
  return digits.length === 1 ? 'xone' : digits.length === 2 ? 'xtens' : 'xmany';
}
