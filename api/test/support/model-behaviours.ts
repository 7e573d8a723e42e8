/** The ways in which language models and their servers answer, good and bad, by name. */
import type { ModelFailureKind } from '../../src/triage/engines/llm/model-failure.js';
import type { ChatRequest } from './fake-chat-request.js';
import { type Behaviour, completion, failure, type Reply } from './fake-model-server.js';

export const goodAnswer = {
  rationale: 'The customer was charged twice.',
  quote: 'charged me twice',
  category: 'billing',
  category_confidence: 0.93,
  priority: 'high',
  priority_confidence: 0.81,
};

/** A model that answers with these values, whatever it is asked. */
export function answering(changes: Partial<Record<keyof typeof goodAnswer, unknown>> = {}): Behaviour {
  return () => completion(JSON.stringify({ ...goodAnswer, ...changes }));
}

const good = JSON.stringify(goodAnswer);
const rateLimited: Reply = { status: 429, headers: { 'retry-after': '1' }, body: { error: { message: 'Slow down.' } } };

/** A completion whose message has this shape. */
function message(shape: Record<string, unknown>): Reply {
  const { status, body } = completion('') as { status: number; body: { choices: object[] } };
  return {
    status,
    body: { ...body, choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...shape } }] },
  };
}

const draft = JSON.stringify({ ...goodAnswer, category: 'account', priority: 'low' });

function stream(content: string): string {
  const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
  const deltas = [...content].map((character) => event({ choices: [{ index: 0, delta: { content: character } }] }));
  const usage = { prompt_tokens: 700, completion_tokens: 60 };
  return `${deltas.join('')}${event({ choices: [], usage })}data: [DONE]\n\n`;
}

const isPlain = (request: ChatRequest) =>
  !request.response_format && !request.max_completion_tokens && request.temperature === undefined;

/** None of these gives an answer that may be used. */
export const uselessBehaviours = {
  'a 401': () => failure(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }),
  'a 404 because the model is gone': () => failure(404, 'The model does not exist.', { code: 'model_not_found' }),
  'a 429 with Retry-After': () => rateLimited,
  'a 500': () => failure(500, 'Internal error.'),
  'ten seconds of silence': () => 'silence',
  'cut-off JSON': () => completion(good.slice(0, 70), 'length'),
  'a draft in reasoning that does not end': () => completion(`<think>Draft: ${good}? No, `),
  'a draft before a cut-off answer': () => completion(`Draft: ${good}. Now: {"rationale": "No`),
  'a draft in reasoning apart from the content': () =>
    message({ content: null, reasoning_content: `Draft: ${good}? No` }),
  'a wrong enum value': answering({ priority: 'urgent' }),
  'empty content with finish reason length': () => completion('', 'length'),
  'no content at all': () => completion(null, 'length'),
  'a page of HTML': () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Welcome</html>' }),
  'a completion without choices': () => ({ status: 200, body: { choices: [] } }),
  'a 400 that nothing helps against': () => failure(400, 'No.'),
} satisfies Record<string, Behaviour>;

/** All of these hold a good answer. */
export const oddBehaviours = {
  'plain JSON': answering(),
  'fenced JSON': () => completion(`\`\`\`json\n${good}\n\`\`\``),
  'prose around JSON': () => completion(`I looked {carefully} at this.\n${good}\nLet me know if {you} need more.`),
  'extra keys': () => completion(JSON.stringify({ ...goodAnswer, sentiment: 'angry', priority_reason: 'money' })),
  'enum values in capitals': answering({ category: 'Billing', priority: ' HIGH ' }),
  'a draft in its reasoning': () => completion(`<think>Draft: ${draft}? No, money.</think>${good}`),
  'reasoning that has no opening tag': () => completion(`Perhaps ${draft}.\n</think>\n${good}`),
  'reasoning under another name': () => completion(`<Thinking effort="low">${draft}</Thinking>${good}`),
  'reasoning in brackets': () => completion(`[THINK]${draft}[/THINK]${good}`),
  'reasoning in channels': () =>
    completion(`<|channel|>analysis<|message|>${draft}<|end|><|start|>assistant<|channel|>final<|message|>${good}`),
  'reasoning in reasoning': () => completion(`<think>a <think> b</think> ${draft}</think>${good}`),
  'reasoning after the answer': () => completion(`${good}\n<think>Was it ${draft}?</think>`),
  'the pattern before the answer': () => completion(`Using {"category":"...","priority":"..."} it is ${good}`),
  'a draft before the answer': () => completion(`First I took ${draft}, but it is ${good}.`),
  'a tag of reasoning in its own words': answering({ category: 'billing </think>' }),
  'a wrapper': () => completion(`{"triage":${good}}`),
  'a call in its content': () => completion(JSON.stringify({ name: 'triage', arguments: goodAnswer })),
  'a call with arguments as text': () => completion(JSON.stringify({ name: 'triage', arguments: good })),
  'a trailing comma': () => completion(good.replace('}', ',}')),
  'names beside the values': answering({ category: 'Billing (money)', priority: 'High (P2)' }),
  'confidence in percent': answering({ category_confidence: '93%', priority_confidence: 81 }),
  'keys in capitals': () => completion(good.replace(/"(\w+)":/g, (key) => key.toUpperCase())),
  'content in parts': () =>
    message({
      content: [
        { type: 'thinking', thinking: [{ type: 'text', text: draft }] },
        { type: 'text', text: good },
      ],
    }),
  'an answer where reasoning belongs': () => message({ content: null, reasoning_content: good }),
  'a call of a tool': () =>
    message({
      content: '',
      tool_calls: [{ id: '1', type: 'function', function: { name: 'triage', arguments: good } }],
    }),
  'an event stream': () => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body: stream(good) }),
  'an event stream that is called JSON': () => ({ status: 200, body: stream(good) }),
  'a wrong content type': () => ({ ...completion(good), headers: { 'content-type': 'text/html' } }),
  'a 404 on its parameters': (request) =>
    isPlain(request) ? completion(good) : failure(404, 'No endpoints found that can handle the requested parameters.'),
  'a 500 on json_schema': (request) =>
    request.response_format?.type === 'json_schema' ? failure(500, 'failed to parse grammar') : completion(good),
  'a 501 on every response format': (request) =>
    request.response_format ? failure(501, 'Not implemented.') : completion(good),
  'an error of 400 in a 200 on json_schema': (request) =>
    request.response_format?.type === 'json_schema'
      ? { status: 200, body: { error: { message: 'Provider returned error', code: 400 } } }
      : completion(good),
  'nothing on json_schema': (request) => completion(request.response_format ? '' : good),
  'a 400 on the system role': (request) =>
    request.messages.length > 1 ? failure(400, 'Only user and assistant roles are supported!') : completion(good),
  'a 500 on the system role': (request) =>
    request.messages.length > 1 ? failure(500, 'Jinja: System role not supported') : completion(good),
  'a 400 without words on the system role': (request) =>
    request.messages.length > 1 ? failure(400, 'No.') : completion(good),
  'a 400 on json_schema': (request) =>
    request.response_format?.type === 'json_schema'
      ? failure(400, "'response_format.type' must be 'json_object' or 'text'", { param: 'response_format' })
      : completion(good),
  'a 400 on every response format': (request) =>
    request.response_format ? failure(400, 'response_format is not supported') : completion(good),
  'a 400 on temperature': (request) =>
    request.temperature === undefined
      ? completion(good)
      : failure(400, "Unsupported value: 'temperature' does not support 0 with this model.", { param: 'temperature' }),
  'a 400 on reasoning_effort': (request) =>
    request.reasoning_effort === undefined
      ? completion(good)
      : failure(400, "Unsupported parameter: 'reasoning_effort' is not supported with this model."),
  'a 400 on max_completion_tokens': (request) =>
    request.max_completion_tokens === undefined
      ? completion(good)
      : failure(400, 'Unrecognized request argument supplied: max_completion_tokens'),
  'a 400 on max_tokens too': (request) =>
    (request.max_completion_tokens ?? request.max_tokens)
      ? failure(400, 'Token limits are not supported: max_completion_tokens, max_tokens')
      : completion(good),
} satisfies Record<string, Behaviour>;

const html = { 'content-type': 'text/html' };

/** What no other way of asking would help against, and what it is. */
export const namedFailures = {
  'an error of 429 in a 200': [
    'rate_limited',
    { status: 200, body: { error: { message: 'rate limit exceeded', code: 429 } } },
  ],
  'an error in a 200 with a code in words': [
    'unauthorized',
    { status: 200, body: { error: { message: 'No.', code: 'invalid_api_key' } } },
  ],
  'a page to sign in': ['no_api', { status: 200, headers: html, body: '<html>Sign in</html>' }],
  'a page that says no': ['no_api', { status: 404, headers: html, body: '<html>Not found</html>' }],
  'a redirect': ['no_api', { status: 302, headers: { location: 'http://127.0.0.1:9/login' }, body: '' }],
  'a key that is refused with 400': ['unauthorized', failure(400, 'API key not valid. Please pass a valid API key.')],
  'no credit': ['no_credit', failure(402, 'Insufficient credits.')],
  'a quota that is used up': ['no_credit', failure(429, 'You exceeded your quota.', { code: 'insufficient_quota' })],
  'a request that is too large': ['too_long', failure(413, 'Request too large.')],
  'a context that is too small': ['too_long', failure(400, 'Too long.', { code: 'context_length_exceeded' })],
  'a model that is gone': ['model_missing', failure(404, 'The model `x` does not exist.', { code: 'model_not_found' })],
  'a server that is overloaded': ['server_error', failure(503, 'Overloaded.')],
} satisfies Record<string, [ModelFailureKind, Reply]>;
