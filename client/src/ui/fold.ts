/**
 * What a search takes for equal, by the rules of the database's fold_text(), and where a folded word stands in a text.
 * A test of the API compares the two.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
const apostrophes =
  /[\u0060\u00B4\u02B9\u02BB-\u02BD\u02C8\u02CA\u02CB\u055A\u05F3\u2018-\u201B\u2032\u2035\uA78C\uFF07]/g;
const hyphens = /[\u058A\u05BE\u1400\u1806\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g;
const quotes = /[\u00AB\u00BB\u201C-\u201F\u2033\u2036\uFF02]/g;
/** Signs that modify a letter, in Latin, Greek, Cyrillic, Hebrew and Arabic; elsewhere they are letters. */
const modifiers =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the signs themselves are meant, wherever they stand.
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08CA-\u08E1\u08E3-\u08FF\u1AB0-\u1ACE\u1DC0-\u1DFF\u20D0-\u20F0\uFE20-\uFE2F]/g;
/** Letters that no accent makes, as people without them on their keyboard write them. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  ς: 'σ',
};

export function fold(text: string): string {
  return text
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(quotes, '"')
    .normalize('NFKD')
    .replace(modifiers, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœþðđħıłøŧς]/g, (letter) => plain[letter] ?? letter);
}

export interface Span {
  start: number;
  end: number;
}

/** What is folded as one: a character with the signs that follow it, or the parts of Korean syllables. */
const clusters = /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|.[\p{M}\p{DI}\uFF9E\uFF9F]*/gsu;

/** Where the words of a query occur in a text, in order and without overlap. */
export function findWords(text: string, query: string): Span[] {
  const words = query.split(/\s+/).map(fold).filter(Boolean);
  if (words.length === 0) return [];
  let folded = '';
  // For each unit of the folded text, the cluster that it comes from.
  const origins: Span[] = [];
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const part = fold(cluster);
    folded += part;
    for (let unit = 0; unit < part.length; unit++) origins.push({ start: index, end: index + cluster.length });
  }
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'g');
  const spans: Span[] = [];
  for (const { 0: match, index } of folded.matchAll(pattern)) {
    const start = origins[index]?.start ?? 0;
    const end = origins[index + match.length - 1]?.end ?? start;
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
