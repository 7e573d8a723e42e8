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
const marks = /\p{M}/gu;
const thousands = /(\d)[.,](\d{3})(?!\d)/g;
const negatedVerb = /n['’`]t(?![\p{L}])/gu;
const shortVerb = /['’`](?:s|m|re|ve|ll|d)(?![\p{L}])/gu;
const piece = /[\p{L}\p{N}]+|[.!?;\n€$£%]/gu;

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let words: string[] = [];
  let room = mostWords;
  const end = (asks: boolean) => {
    if (words.length > 0 || asks) sentences.push({ words, asks });
    words = [];
  };
  for (const [sign] of matterOf(plain(text)).matchAll(piece)) {
    if (sign === '?') end(true);
    else if (sign === '.' || sign === '!' || sign === ';' || sign === '\n') end(false);
    else if (room-- > 0) words.push(wordOf(sign));
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
    .normalize('NFD')
    .replace(marks, '')
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
