/**
 * The only file that knows the `openai` package: it sends one chat completion and translates what comes back, answer or
 * fault, into the desk's words. The package's own retries, ten-minute timeout, logger and environment variables are
 * switched off; time and repetition are decided by the caller.
 */
import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { requestedAnswer } from './answer.js';
import { type ChatReply, readCompletion } from './completion.js';
import type { Dialect } from './dialect.js';
import { failureOf, faultIn } from './fault.js';
import { ModelFailure } from './model-failure.js';
import type { ChatMessage } from './prompt.js';
import type { ModelTarget } from './providers.js';

/** Room for a short answer and for the thinking that some models count against it. */
const MAX_TOKENS = 1_500;
/** Without `$schema`, which strict servers take for an unknown keyword. */
const { $schema: _, ...answerSchema } = z.toJSONSchema(requestedAnswer);

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
      // A redirect would carry the key and the ticket to a server that nobody named.
      fetchOptions: { redirect: 'manual' },
    });
  }

  /** @throws ModelFailure, whatever went wrong. */
  async complete(messages: ChatMessage[], dialect: Dialect, signal: AbortSignal): Promise<ChatReply> {
    let response: Response;
    try {
      const request = requestOf(this.target.model, messages, dialect);
      response = await this.openai.chat.completions.create(request, { signal }).asResponse();
      return readCompletion(await response.text(), response.headers);
    } catch (error) {
      throw error instanceof ModelFailure ? error : translate(error);
    }
  }
}

function requestOf(model: string, messages: ChatMessage[], dialect: Dialect): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: dialect.systemRole ? messages : [inOne(messages)],
    ...(dialect.tokenLimit !== 'none' && { [dialect.tokenLimit]: MAX_TOKENS }),
    ...(dialect.temperature && { temperature: 0 }),
    ...(dialect.reasoningEffort && { reasoning_effort: 'low' }),
    ...(dialect.format === 'json_schema' && {
      response_format: { type: 'json_schema', json_schema: { name: 'triage', strict: true, schema: answerSchema } },
    }),
    ...(dialect.format === 'json_object' && { response_format: { type: 'json_object' } }),
  };
}

function inOne(messages: readonly ChatMessage[]): ChatMessage {
  return { role: 'user', content: messages.map(({ content }) => content).join('\n\n') };
}

function translate(error: unknown): ModelFailure {
  if (
    error instanceof OpenAI.APIUserAbortError ||
    error instanceof OpenAI.APIConnectionTimeoutError ||
    isAbort(error)
  ) {
    return new ModelFailure('timeout', 'The model did not answer in time.', { cause: error });
  }
  if (error instanceof OpenAI.APIConnectionError) {
    return new ModelFailure('unreachable', 'The server cannot be reached.', { cause: error });
  }
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    const { status, message, code, type, param, headers } = error;
    // A page of a proxy or of a login, whatever its status.
    if (status < 500 && headers?.get('content-type')?.includes('html')) {
      return new ModelFailure('no_api', 'A web page came back instead of an answer.', { status, cause: error });
    }
    const told = faultIn({ error: error.error });
    const names = [code, type, told?.names].filter(Boolean).join(' ');
    return failureOf({ status, message: told?.message ?? message, names, param: param ?? told?.param }, headers, error);
  }
  return new ModelFailure('nonsense', 'The answer cannot be read.', { cause: error });
}

/** The answer's body was under way when time was up. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}
