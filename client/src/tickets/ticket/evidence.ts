/** Marks a quotation inside a rendered text: a rehype plugin that runs after sanitising, so its mark needs no permission. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';

export function markEvidence(quote: string | null) {
  const wanted = quote?.trim();
  return () => (tree: Root) => {
    if (wanted) tree.children = tree.children.flatMap((node) => markIn(node, wanted));
  };
}

function markIn<N extends RootContent>(node: N, quote: string): (N | Text | Element)[] {
  if (node.type === 'element') {
    node.children = node.children.flatMap((child) => markIn(child, quote)) as ElementContent[];
    return [node];
  }
  if (node.type !== 'text') return [node];
  const at = node.value.toLowerCase().indexOf(quote.toLowerCase());
  if (at < 0) return [node];
  const end = at + quote.length;
  const evidence: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['evidence'] },
    children: [{ type: 'text', value: node.value.slice(at, end) }],
  };
  return [{ type: 'text', value: node.value.slice(0, at) }, evidence, { type: 'text', value: node.value.slice(end) }];
}
