/**
 * The HTML of a mail, as a page of its own: what formats is kept, what runs, loads or leads astray is not. The page is served
 * with a policy that loads nothing either, so that no sender learns that somebody looked.
 */
import type { Attachment, Email } from 'postal-mime';
import sanitizeHtml from 'sanitize-html';
import { escaped } from '../out/letter-text.js';

export const formattedPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const mostPictureBytes = 10 * 2 ** 20;
/** What a browser draws and never runs. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const formatting = [
  'font',
  'center',
  'u',
  'del',
  'ins',
  'big',
  'small',
  'strike',
  'img',
  'h1',
  'h2',
  'col',
  'colgroup',
];
const everywhere = ['style', 'align', 'valign', 'bgcolor', 'dir', 'lang', 'title', 'width', 'height'];
const tables = ['border', 'cellpadding', 'cellspacing', 'colspan', 'rowspan', 'span'];

/** A value that neither names an address nor hides one behind an escape. */
const plainValue = [/^(?!.*(?:url|image|expression|attr|var|env)\s*\()[^\\@<>]*$/i];
const properties = [
  ...['color', 'background-color', 'direction', 'vertical-align', 'white-space', 'width', 'max-width', 'height'],
  ...['font', 'font-family', 'font-size', 'font-style', 'font-weight', 'line-height', 'letter-spacing'],
  ...['text-align', 'text-decoration', 'text-indent', 'text-transform', 'list-style-type', 'border-collapse'],
  ...['margin', 'padding', 'border'].flatMap((name) => [
    name,
    ...['top', 'right', 'bottom', 'left'].map((side) => `${name}-${side}`),
  ]),
  ...['border-color', 'border-style', 'border-width', 'border-radius', 'border-spacing'],
];

export function formattedPage(mail: Pick<Email, 'html' | 'subject' | 'attachments'>): string {
  const pictures = picturesOf(mail.attachments);
  const html = sanitizeHtml(mail.html ?? '', {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, ...formatting],
    allowedAttributes: {
      '*': everywhere,
      ...Object.fromEntries(['table', 'td', 'th', 'col', 'colgroup'].map((tag) => [tag, tables])),
      font: ['color', 'face', 'size'],
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt'],
      ol: ['start', 'type'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    allowedStyles: { '*': Object.fromEntries(properties.map((name) => [name, plainValue])) },
    nestingLimit: 200,
    transformTags: {
      a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, target: '_blank', rel: 'noopener noreferrer' } }),
      img: (_tag, attribs) => picture(attribs, pictures),
    },
  });
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light">
<title>${escaped(mail.subject ?? 'A mail')}</title>
<style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#1c1c1c;background:#fff;overflow-wrap:anywhere}img,table{max-width:100%}</style>
</head><body>${html}</body></html>
`;
}

/** Where it came with the mail it stands in its place; from elsewhere its description does. */
function picture(
  { src = '', alt = '', ...attribs }: sanitizeHtml.Attributes,
  pictures: ReadonlyMap<string, string>,
): sanitizeHtml.Tag {
  const own = /^cid:/i.test(src) ? pictures.get(contentId(decoded(src.slice(4)))) : undefined;
  if (own !== undefined) return { tagName: 'img', attribs: { ...attribs, alt, src: own } };
  return { tagName: 'span', attribs: { title: 'A picture that is not loaded' }, text: alt === '' ? '' : `[${alt}]` };
}

const contentId = (text: string) => text.trim().replace(/^<|>$/g, '').toLowerCase();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** By their content id, as addresses that hold the bytes, as long as there is room. */
function picturesOf(attachments: readonly Attachment[]): Map<string, string> {
  const pictures = new Map<string, string>();
  let room = mostPictureBytes;
  for (const { contentId: id, mimeType, content } of attachments) {
    if (!id || !pictureTypes.includes(mimeType)) continue;
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
    if (bytes.length > room) continue;
    room -= bytes.length;
    pictures.set(contentId(id), `data:${mimeType};base64,${bytes.toString('base64')}`);
  }
  return pictures;
}
