/** The ways in which language models and their servers answer, good and bad, by name. */
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

/** None of these gives an answer that may be used. */
export const uselessBehaviours = {
  'a 401': () => failure(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }),
  'a 404 because the model is gone': () => failure(404, 'The model does not exist.', { code: 'model_not_found' }),
  'a 429 with Retry-After': () => rateLimited,
  'a 500': () => failure(500, 'Internal error.'),
  'ten seconds of silence': () => 'silence',
  'cut-off JSON': () => completion(good.slice(0, 70), 'length'),
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
