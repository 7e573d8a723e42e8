/** Marks quotations and words inside a rendered text: a rehype plugin that runs after sanitising, so its mark needs no permission. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { locate } from '../../ui/controls/MarkedTextArea.js';

export function markEvidence(evidence: readonly string[]) {
  const wanted = evidence.map((quote) => quote.trim()).filter((quote) => quote !== '');
  return () => (tree: Root) => {
    for (const quote of wanted) tree.children = tree.children.flatMap((node) => markIn(node, quote));
  };
}

function isEvidence({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('evidence');
}

function markIn<N extends RootContent>(node: N, quote: string): (N | Text | Element)[] {
  if (node.type === 'element') {
    if (isEvidence(node)) return [node];
    node.children = node.children.flatMap((child) => markIn(child, quote)) as ElementContent[];
    return [node];
  }
  if (node.type !== 'text') return [node];
  const found = locate(quote, node.value);
  if (!found) return [node];
  const { start: at, end } = found;
  const evidence: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['evidence'] },
    children: [{ type: 'text', value: node.value.slice(at, end) }],
  };
  return [{ type: 'text', value: node.value.slice(0, at) }, evidence, { type: 'text', value: node.value.slice(end) }];
}
