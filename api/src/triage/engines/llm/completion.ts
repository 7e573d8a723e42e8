/**
 * Reads a chat completion in the shapes that servers give it: text or parts, tool calls, reasoning apart from the content,
 * an event stream that nobody asked for, and any content type.
 */
import { z } from 'zod';
import { failureOf, faultIn } from './fault.js';
import { ModelFailure } from './model-failure.js';
import { isWhole, withoutReasoning } from './reasoning.js';

export type Usage = { inputTokens: number; outputTokens: number };
export type ChatReply = { content: string; usage: Usage | null };

const part = z.union([
  z.string(),
  z.object({ type: z.enum(['text', 'output_text']), text: z.string() }).transform(({ text }) => text),
  // Thinking, images and whatever else is no answer.
  z.unknown().transform(() => ''),
]);
const json = z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value));
const content = z
  .union([z.string(), z.array(part).transform((parts) => parts.join('')), json])
  .nullish()
  .catch(null);
const called = z.object({ arguments: z.union([z.string(), json]) }).transform((call) => call.arguments);
const message = z.object({
  content,
  tool_calls: z
    .array(z.object({ function: called }).transform((call) => call.function))
    .nullish()
    .catch(null),
  function_call: called.nullish().catch(null),
  reasoning_content: content,
  reasoning: content,
  thinking: content,
});
type Message = z.infer<typeof message>;

const choice = z.object({
  message: message.optional(),
  delta: message.optional(),
  text: z.string().optional(),
  finish_reason: z.string().nullish().catch(null),
});
const body = z.object({
  choices: z.array(choice).optional(),
  message: message.optional(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
});
type Body = z.infer<typeof body>;

/** @throws ModelFailure where the text holds no answer */
export function readCompletion(text: string, headers: Headers): ChatReply {
  const bodies = bodiesIn(text);
  const fault = bodies.map(faultIn).find((found) => found !== null);
  if (fault) throw failureOf(fault, headers);
  const read = bodies.flatMap((one) => body.safeParse(one).data ?? []);
  if (read.length === 0 || read.every(({ choices, message }) => !choices && !message)) {
    if (/^\s*<(!doctype|html|head|body|script|\?xml)/i.test(text))
      throw new ModelFailure('no_api', 'A web page came back instead of an answer.');
    throw new ModelFailure('nonsense', 'The answer is not a chat completion.');
  }
  const answer = answerOf(read);
  if (answer === '') {
    const reason = read.flatMap(({ choices }) => choices?.[0]?.finish_reason ?? []).at(-1) ?? 'none';
    throw new ModelFailure('empty', `The model answered nothing (finish reason: ${reason}).`);
  }
  const usage = read.findLast((one) => one.usage)?.usage;
  return {
    content: answer,
    usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : null,
  };
}

/** One body, or those of an event stream. */
function bodiesIn(text: string): unknown[] {
  const events = text.match(/^data:.*$/gm)?.map((line) => line.slice('data:'.length)) ?? [];
  return (text.trimStart().startsWith('{') ? [text] : events).flatMap((json) => {
    try {
      return [JSON.parse(json)];
    } catch {
      return [];
    }
  });
}

/** Reasoning counts only where there is nothing else and it is the answer as a whole: a draft within it is none. */
function answerOf(bodies: readonly Body[]): string {
  const join = (pick: (message: Message) => string | null | undefined) =>
    bodies
      .flatMap(({ choices, message: own }) => own ?? choices?.[0]?.message ?? choices?.[0]?.delta ?? [])
      .map((one) => pick(one) ?? '')
      .join('');
  const legacy = bodies.map(({ choices }) => choices?.[0]?.text ?? '').join('');
  const said = withoutReasoning(join((one) => one.content) + legacy).trim();
  const tools = join((one) => one.tool_calls?.join('') ?? one.function_call);
  if (said || tools) return [said, tools].filter(Boolean).join('\n');
  const thought = withoutReasoning(join((one) => one.reasoning_content ?? one.reasoning ?? one.thinking)).trim();
  return isWhole(thought) ? thought : '';
}
