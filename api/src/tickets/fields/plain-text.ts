/** The words of a description without the marks of its Markdown or HTML. Good enough to read at a glance; the ticket shows all. */

/** At its beginning every tag of an HTML mail is one that mails have; XML and placeholders such as `<name>` are text. */
export function isHtml(text: string): boolean {
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return true;
  if (!/^\s*<[a-z]/i.test(text) || !/<\/[a-z]/i.test(text)) return false;
  return [...text.matchAll(/<\/?([a-z][\w:-]*)/gi)].every(([, name = '']) => htmlTags.has(name.toLowerCase()));
}

const htmlTags = new Set(
  `a abbr address article b big blockquote br center code col colgroup dd del div dl dt em figure font footer h1 h2 h3 h4 h5
  h6 header hr i img ins kbd li main meta ol p pre q s section small span strike strong style sub sup table tbody td tfoot th
  thead tr tt u ul var o:p`.split(/\s+/),
);

/** What a mail has between its words, or hides. Unclosed, it reaches to the end of what was read. */
const unseen = /<!--.*?(?:-->|$)|<(script|style|title|head)\b.*?(?:<\/\1\s*>|$)/gis;
const inline =
  /<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|kbd|s|small|span|strike|strong|sub|sup|tt|u|var|o:p)\b[^<>]*>/gi;

export function textOfHtml(html: string): string {
  const text = html
    .replace(unseen, ' ')
    .replace(inline, '')
    .replace(/<[!/?a-z][^<>]*(?:>|$)/gi, ' ');
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (reference, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code === null) return named[String(name).toLowerCase()] ?? reference;
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code).toWellFormed() : reference;
  });
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What is repeated has a bound: a text of nothing but marks must not cost the square of its length. */
const markdown: readonly [RegExp, string][] = [
  // Rules, the lines below headings and between the head and the rows of a table.
  [/^[ \t]*(?:[-=*_|:][ \t]*){3,}$/gm, ''],
  [/^[ \t]*(?:>[ \t]?)+/gm, ''],
  [/^[ \t]*(?:#{1,6}|[-*+](?:[ \t]+\[[ xX]\])?)[ \t]+/gm, ''],
  [/^[ \t]*(?:`{3,}|~{3,})/gm, ''],
  [/^[ \t]*\||\|[ \t]*$/gm, ' '],
  [/!?\[([^[\]\n]{1,300})\]\([^()\s]{0,500}(?: "[^"\n]{0,200}")?\)/g, '$1'],
  [/(\*\*|~~)(?=\S)([^\n]{1,300}?)(?<=\S)\1/g, '$2'],
  [/(?<![\p{L}\p{N}_])__(?=\S)([^\n]{1,300}?)(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1'],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,300}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
  [/`([^`\n]{1,300})`/g, '$1'],
];

export function textOfMarkdown(text: string): string {
  return markdown.reduce((plain, [marks, words]) => plain.replace(marks, words), text);
}
