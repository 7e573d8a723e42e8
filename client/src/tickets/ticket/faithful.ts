/**
 * Markdown that hides nothing of what was sent: a remark plugin, and a rehype plugin that runs after sanitising. What the
 * language takes for its own (markup, definitions, references) stays text, and what it would drop is written out.
 */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type {
  Code,
  Image,
  Link,
  List,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  Text,
} from 'mdast';
import type { Processor } from 'unified';

/** Tags are text, `&nbsp;` and backslashes too, and a link's address stands in the link. */
const literally = [
  'htmlFlow',
  'htmlText',
  'definition',
  'characterReference',
  'characterEscape',
  'hardBreakEscape',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
];

type Extensions = { micromarkExtensions?: unknown[] };

/** For remark, after the plugin for GitHub's tables and lists. */
export function showAll(this: Processor) {
  const data = this.data() as Extensions;
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: literally } });
  return (tree: Root, { value }: { value: unknown }) => showIn(tree, String(value));
}

function showIn(parent: Parent, source: string): void {
  parent.children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if ('children' in node) showIn(node, source);
    if (node.type === 'paragraph') return [asColumns(node, source)];
    if (node.type === 'code') return [...infoOf(node), node];
    if (node.type === 'link' || node.type === 'image') return [node, ...targetOf(node)];
    if (node.type === 'break') return [{ type: 'text', value: '\n' } satisfies Text];
    if (node.type === 'table') keepCells(node);
    if (node.type === 'list') keepNumbers(node, source);
    return [node];
  }) as typeof parent.children;
}

/** Lines whose blanks make columns, as in tables by tab, logs and stack traces, are shown as they were typed. */
function asColumns(node: Paragraph, source: string): Paragraph | Code {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return node;
  const lineStart = source.lastIndexOf('\n', start.offset - 1) + 1;
  const isIndented = source.slice(lineStart, start.offset).trim() === '';
  const value = source.slice(isIndented ? lineStart : start.offset, end.offset);
  const lines = value.split('\n').filter((line) => /\t|\S {2,}\S|^ {2,}/.test(line));
  return lines.length >= 2 ? { type: 'code', value } : node;
}

/** What stands behind the fence that opens a block of code. */
function infoOf({ lang, meta }: Code): Paragraph[] {
  const value = [lang, meta].filter(Boolean).join(' ');
  if (!value) return [];
  const data = { hProperties: { className: ['fence'] } };
  return [{ type: 'paragraph', data, children: [{ type: 'text', value }] }];
}

/** Where a link leads and what it says when pointed at, unless it is written out already. */
function targetOf(node: Link | Image): PhrasingContent[] {
  const { url, title } = node;
  const shown = node.type === 'link' ? textOf(node) : (node.alt ?? '');
  const hidden = [
    shown.includes(url) || `mailto:${shown}` === url || url.endsWith(`://${shown}`) ? '' : url,
    title ?? '',
  ];
  const value = hidden.filter(Boolean).join(' ');
  return value ? [{ type: 'text', value: ` (${value})` }] : [];
}

function textOf(node: Parent | PhrasingContent): string {
  if ('children' in node) return node.children.map((child) => textOf(child as PhrasingContent)).join('');
  if ('alt' in node) return node.alt ?? '';
  return 'value' in node ? node.value : '';
}

/** A row that is longer than the head of its table would lose its last cells. */
function keepCells(table: Table): void {
  const width = Math.max(...table.children.map(({ children }) => children.length));
  table.align = Array.from({ length: width }, (_, column) => table.align?.[column] ?? null);
}

/** Items keep the numbers that they were sent with, and hold paragraphs, so that only those have words. */
function keepNumbers(list: List, source: string): void {
  list.spread = true;
  for (const item of list.children) {
    item.spread = true;
    const number = list.ordered && /^\d+[.)]/.exec(source.slice(item.position?.start.offset))?.[0];
    if (!number) continue;
    const marker: Text = { type: 'text', value: `${number} ` };
    const [first] = item.children;
    if (first?.type === 'paragraph') first.children.unshift(marker);
    else item.children.unshift({ type: 'paragraph', children: [marker] });
  }
}

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'th', 'td', 'pre', 'blockquote']);

const containers = new Set(['ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr']);

/** For rehype: a line break where one was typed, each block in the direction of its own words, and a name for each box. */
export function showLines() {
  return (tree: HtmlRoot) => linesIn(tree, false);
}

function linesIn(parent: HtmlRoot | Element, isCode: boolean): void {
  parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
    if (node.type === 'text') {
      if (isCode) return [node];
      // Between blocks stand line ends that nobody typed.
      return parent.type === 'root' || containers.has(parent.tagName) ? [node] : withBreaks(node.value);
    }
    if (node.type !== 'element') return [node];
    if (blocks.has(node.tagName)) node.properties.dir = 'auto';
    if (node.tagName === 'input') node.properties.ariaLabel = words(parent).trim() || 'Task';
    linesIn(node, isCode || node.tagName === 'pre' || node.tagName === 'code');
    return [node];
  });
}

function withBreaks(text: string): ElementContent[] {
  return text.split('\n').flatMap((value, index): ElementContent[] => {
    const line: ElementContent = { type: 'text', value };
    return index === 0 ? [line] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, line];
  });
}

function words(node: HtmlRoot | ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => words(child as ElementContent)).join('') : '';
}
