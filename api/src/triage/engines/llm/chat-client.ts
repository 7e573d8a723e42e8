/**
 * The only file that knows the `openai` package: it sends one chat completion and translates what comes back, answer or
 * fault, into the desk's words. The package's own retries, ten-minute timeout, logger and environment variables are
 * switched off; time and repetition are decided by the caller.
 */
import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { requestedAnswer } from './answer.js';
import type { Dialect } from './dialect.js';
import { ModelFailure, type ModelFailureKind } from './model-failure.js';
import type { ChatMessage } from './prompt.js';
import type { ModelTarget } from './providers.js';

/** Room for a short answer and for the thinking that some models count against it. */
const MAX_TOKENS = 1_500;
/** Without `$schema`, which strict servers take for an unknown keyword. */
const { $schema: _, ...answerSchema } = z.toJSONSchema(requestedAnswer);

const completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
});

export type Usage = { inputTokens: number; outputTokens: number };
export type ChatReply = { content: string | null; usage: Usage | null };

export class ChatClient {
  private readonly openai: OpenAI;

  constructor(readonly target: ModelTarget) {
    this.openai = new OpenAI({
      baseURL: target.baseUrl,
      apiKey: target.apiKey ?? 'none',
      adminAPIKey: null,
      organization: null,
      project: null,
      maxRetries: 0,
      logLevel: 'off',
    });
  }

  /** @throws ModelFailure, whatever went wrong. */
  async complete(messages: ChatMessage[], dialect: Dialect, signal: AbortSignal): Promise<ChatReply> {
    let answer: unknown;
    try {
      answer = await this.openai.chat.completions.create(requestOf(this.target.model, messages, dialect), { signal });
    } catch (error) {
      throw translate(error);
    }
    const parsed = completion.safeParse(answer);
    const choice = parsed.data?.choices[0];
    if (!parsed.success || !choice) throw new ModelFailure('nonsense', 'The answer is not a chat completion.');
    if (!choice.message.content) {
      throw new ModelFailure(
        'nonsense',
        `The model answered nothing (finish reason: ${choice.finish_reason ?? 'none'}).`,
      );
    }
    const { usage } = parsed.data;
    return {
      content: choice.message.content,
      usage: usage ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } : null,
    };
  }
}

function requestOf(model: string, messages: ChatMessage[], dialect: Dialect): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages,
    ...(dialect.tokenLimit !== 'none' && { [dialect.tokenLimit]: MAX_TOKENS }),
    ...(dialect.temperature && { temperature: 0 }),
    ...(dialect.reasoningEffort && { reasoning_effort: 'low' }),
    ...(dialect.format === 'json_schema' && {
      response_format: { type: 'json_schema', json_schema: { name: 'triage', strict: true, schema: answerSchema } },
    }),
    ...(dialect.format === 'json_object' && { response_format: { type: 'json_object' } }),
  };
}

function translate(error: unknown): ModelFailure {
  if (error instanceof OpenAI.APIUserAbortError || error instanceof OpenAI.APIConnectionTimeoutError) {
    return new ModelFailure('timeout', 'The model did not answer in time.', { cause: error });
  }
  if (error instanceof OpenAI.APIConnectionError) {
    return new ModelFailure('unreachable', 'The server cannot be reached.', { cause: error });
  }
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    return new ModelFailure(kindOf(error), error.message, {
      status: error.status,
      param: error.param ?? undefined,
      retryAfterMs: retryAfter(error.headers),
      cause: error,
    });
  }
  return new ModelFailure('nonsense', 'The answer cannot be read.', { cause: error });
}

function kindOf({ status, code }: { status: number; code?: string | null | undefined }): ModelFailureKind {
  // Groq answers 400 when the model itself broke the format: the request was fine, another dialect would not help.
  if (code === 'json_validate_failed') return 'nonsense';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404) return 'model_missing';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'server_error' : 'bad_request';
}

/** Retry-After comes as seconds or as an HTTP date. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return wait > 0 ? wait : undefined;
}
