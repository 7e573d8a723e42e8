/** A description that is an HTML mail, as the words that its sender saw. Nothing of it is run or loaded. */

const tags = new Set(
  `a abbr address article b big blockquote br center code col colgroup dd del div dl dt em figure font footer h1 h2 h3 h4 h5
  h6 header hr i img ins kbd li main meta ol p pre q s section small span strike strong style sub sup table tbody td tfoot th
  thead tr tt u ul var o:p`.split(/\s+/),
);

/** The desk's previews tell by the same rule: in XML and placeholders such as `<name>` the tags are text. */
export function isHtml(text: string): boolean {
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return true;
  if (!/^\s*<[a-z]/i.test(text) || !/<\/[a-z]/i.test(text)) return false;
  return [...text.matchAll(/<\/?([a-z][\w:-]*)/gi)].every(([, name = '']) => tags.has(name.toLowerCase()));
}

const blocks =
  'address,article,blockquote,center,dd,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,tr,ul';

/** Where a block begins or ends, and where paragraphs stand apart: signs that no text has, until all are in. */
const [edge, gap] = ['\uFDD0', '\uFDD1'];

export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of body.querySelectorAll('script,style,template')) unseen.remove();
  // Line ends of the source are blanks of the page.
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement?.closest('pre')) node.nodeValue = (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
  }
  for (const cell of body.querySelectorAll('td,th')) if (cell.nextElementSibling) cell.append('\t');
  for (const image of body.querySelectorAll('img[alt]')) image.append(image.getAttribute('alt') ?? '');
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('#') && !(link.textContent ?? '').includes(href)) link.append(` (${href})`);
  }
  for (const item of body.querySelectorAll('li')) item.prepend('• ');
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n');
  for (const block of body.querySelectorAll(blocks)) {
    block.before(edge);
    block.after(edge);
  }
  for (const block of body.querySelectorAll('p,table,ul,ol')) {
    block.before(gap);
    block.after(gap);
  }
  return (body.textContent ?? '')
    .replace(/\u00A0/g, ' ')
    .replace(/[ \n]*(?:[\uFDD0\uFDD1][ \n]*)+/g, (edges) => (edges.includes(gap) ? '\n\n' : '\n'))
    .trim();
}
