/**
 * What a ticket loses before it leaves for a language model: e-mail addresses, card-like numbers and key-like strings.
 * Text is cut before any expression sees it, and every expression below is linear: a repetition is either bounded or
 * made of characters that nothing after it can match.
 */

/** Characters of one field that are looked at from its start and from its end; the middle of longer texts is left out. */
const HEAD_LENGTH = 5_000;
const TAIL_LENGTH = 1_500;
/** Redaction sees more than is sent, so that the cut never halves an address or a card number into something harmless-looking. */
const MARGIN = 2_000;

/** Zero-width, bidirectional and other characters that nobody sees, and controls; tab and line feed stay. */
const INVISIBLE = /(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Cs}]/gu;

const PEM_BLOCK = /-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?/g;
const EMAIL = /[^\s@<>()[\]{}"',;:]{1,64}@[^\s@<>()[\]{}"',;:]{1,255}/gu;
const NAMED_SECRET =
  /(pass(?:word|wd|phrase|wort)|pwd|kennwort|contrase\u00f1a|mot de passe|senha|secret|token|api[_ -]?key|authorization|bearer)(\s{0,3}[:=]\s{0,3}(?:bearer\s{1,3})?|\s{1,3}(?=[\w+/.=~-]{20}))\S{1,200}/giu;
const KNOWN_KEY = /\b(?:sk|pk|rk|ghp|gho|ghs|xox[abps]|AKIA|ASIA|AIza|gsk|glpat|whsec)[-_A-Za-z0-9]{12,200}/g;
const IBAN = /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?\b/g;
const CARD = /\p{Nd}(?:[\s.\-\u2010-\u2015]?\p{Nd}){12,}/gu;
const LONG_TOKEN = /[A-Za-z0-9_+/=.-]{20,}/g;

/** Long tokens are secrets when letters and digits mix as in keys; words, paths and dotted names do not. */
function looksLikeKey(token: string): boolean {
  const digits = token.replace(/[^0-9]/g, '').length;
  const letters = token.replace(/[^A-Za-z]/g, '').length;
  return digits >= 4 && letters >= 4;
}

export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** Replaces personal and secret strings by `[email]`, `[secret]` and `[number]`. */
export function redact(text: string): string {
  return stripInvisible(text)
    .replace(PEM_BLOCK, '[secret]')
    .replace(NAMED_SECRET, '$1$2[secret]')
    .replace(KNOWN_KEY, '[secret]')
    .replace(EMAIL, '[email]')
    .replace(IBAN, '[number]')
    .replace(CARD, '[number]')
    .replace(LONG_TOKEN, (token) => (looksLikeKey(token) ? '[secret]' : token));
}

/** The part of a text that may leave for the model: redacted, at most head and tail, the gap marked. */
export function outgoing(text: string): string {
  if (text.length <= HEAD_LENGTH + TAIL_LENGTH) return redact(text);
  const head = redact(text.slice(0, HEAD_LENGTH + MARGIN)).slice(0, HEAD_LENGTH);
  const tail = redact(text.slice(-TAIL_LENGTH - MARGIN)).slice(-TAIL_LENGTH);
  return `${head.toWellFormed()}\n[…]\n${tail.toWellFormed()}`;
}
