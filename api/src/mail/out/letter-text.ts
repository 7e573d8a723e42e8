/** What a mail says, as text and as HTML: the same words, in the plainest dress that every mail program shows. */

export type LetterWords = {
  /** Paragraphs are separated by empty lines. */
  readonly body: string;
  /** Who says it; null where it is the desk itself. */
  readonly signature: string | null;
  /** What one can do now. */
  readonly link: { readonly label: string; readonly url: string } | null;
  /** Small, below. */
  readonly footer: readonly string[];
};

export function letterText({ body, signature, link, footer }: LetterWords): string {
  const below = [...(link ? [`${link.label}: ${link.url}`] : []), ...footer];
  const parts = [
    body.trim(),
    ...(signature ? [signature] : []),
    ...(below.length > 0 ? [`-- \n${below.join('\n')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

const font = 'font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';

export function letterHtml({ body, signature, link, footer }: LetterWords): string {
  const paragraphs = [...paragraphsOf(body), ...(signature ? [escaped(signature)] : [])];
  const below = [
    ...(link ? [`<a href="${escaped(link.url)}" style="color:#1f4fd8">${escaped(link.label)}</a>`] : []),
    ...footer.map(escaped),
  ];
  return [
    '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>',
    `<body style="margin:0;padding:24px;${font};color:#1c1c1c;background:#ffffff">`,
    ...paragraphs.map((html) => `<p style="margin:0 0 16px">${html}</p>`),
    ...(below.length > 0
      ? [
          `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dddddd;font-size:13px;color:#5c5c5c">${below.join('<br>')}</p>`,
        ]
      : []),
    '</body></html>\n',
  ].join('\n');
}

function paragraphsOf(text: string): string[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').map(withLinks).join('<br>'));
}

/** Addresses become links to themselves; nothing else of the text becomes anything but text. */
function withLinks(line: string): string {
  const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]']/g;
  let html = '';
  let at = 0;
  for (const { 0: url, index } of line.matchAll(address)) {
    html += `${escaped(line.slice(at, index))}<a href="${escaped(url)}">${escaped(url)}</a>`;
    at = index + url.length;
  }
  return html + escaped(line.slice(at));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For the text of an element, and for an attribute in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
