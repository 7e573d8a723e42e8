/**
 * Cuts what a model thought aloud, before anything else is read: a draft in its reasoning is not its answer. Models mark
 * reasoning with tags of many names, some servers lose the opening tag, and some the special signs around it.
 */
const NAMES =
  '(?:\\w+:)?(?:think(?:ing)?|thoughts?|thought_process|reason(?:ing)?|reflection|analysis|scratchpad|inner_monologue|inner_thoughts?|cot)';
const OPENING = [
  `[<◁]\\s*${NAMES}(?:\\s[^<>▷]{0,200})?\\s*[>▷]`,
  '\\[think(?:ing)?\\]',
  '<\\|begin_of_(?:thought|thinking)\\|>',
  '<\\|start_(?:of_)?thinking\\|>',
  '<\\|channel\\|>\\s*analysis\\s*(?:<\\|message\\|>)?',
  '<details\\s[^<>]{0,200}reasoning[^<>]{0,200}>',
];
const CLOSING = [
  `[<◁]\\s*/\\s*${NAMES}\\s*[>▷]`,
  '\\[/think(?:ing)?\\]',
  '<\\|end_of_(?:thought|thinking)\\|>',
  '<\\|end_(?:of_)?thinking\\|>',
  '<\\|channel\\|>\\s*final\\s*(?:<\\|constrain\\|>\\s*json\\s*)?(?:<\\|message\\|>)?',
  'assistantfinal',
  '</details>',
];
const MARK = new RegExp(`(?<closing>${CLOSING.join('|')})|(?:${OPENING.join('|')})`, 'giu');

/** A text that is JSON as a whole stays as it is: such marks in it are words of the ticket. */
export function withoutReasoning(reply: string): string {
  const text = reply.replace(/&lt;(\/?\s*[\w:]+)&gt;/gu, '<$1>');
  if (isWhole(reply)) return reply;
  let kept = '';
  let position = 0;
  let inside = false;
  for (const match of text.matchAll(MARK)) {
    // A closing mark without an opening one: all that stands before it was reasoning.
    if (match.groups?.closing !== undefined) kept = inside ? kept : '';
    else if (!inside) kept += text.slice(position, match.index);
    inside = match.groups?.closing === undefined;
    position = match.index + match[0].length;
  }
  return inside ? kept : kept + text.slice(position);
}

/** Whether the text is one JSON object, fenced or bare, and nothing else. */
export function isWhole(text: string): boolean {
  const bare = text.trim().replace(/^```\w*\s*|\s*```$/g, '');
  if (!bare.startsWith('{')) return false;
  try {
    JSON.parse(bare);
    return true;
  } catch {
    return false;
  }
}
