/**
 * Whether the classifier can read a text at all: it has learned from texts in these scripts, and can only guess at others,
 * and at texts that have hardly a letter.
 */
const letter = /\p{L}/gu;
const learned =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** A name or an address in Latin letters does not make a text readable. */
const leastShare = 0.5;
/** The part that is looked at. */
const lookedAt = 4_000;

export function isReadable({ title, description }: { title?: string | null; description: string }): boolean {
  const text = `${title ?? ''}\n${description}`
    .slice(0, lookedAt)
    .normalize('NFKC')
    .replace(/\S*@\S*|https?:\S+/g, ' ');
  const letters = text.match(letter) ?? [];
  const known = letters.join('').match(learned) ?? [];
  return letters.length > 1 && known.length >= leastShare * letters.length;
}
