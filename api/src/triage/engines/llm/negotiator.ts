/**
 * Finds out, call by call, what a server accepts: a request that is refused is repeated without the part that the
 * refusal names, and as long as nothing has worked any other failure that may be the dialect's leads once to a poorer one. What worked is remembered for as long as the process lives; there is one negotiator per base URL
 * and model.
 */

import type { ChatClient } from './chat-client.js';
import type { Usage } from './completion.js';
import { type Dialect, RICHEST_DIALECT, simplify, simplifyOnce } from './dialect.js';
import { ModelFailure } from './model-failure.js';
import type { ChatMessage } from './prompt.js';

export class Negotiator {
  private known: Dialect = RICHEST_DIALECT;
  /** Whether `known` has been answered. */
  private isProven = false;

  constructor(private readonly client: ChatClient) {}

  /** Provider and model, as shown to people. */
  get name(): string {
    return `${this.client.target.provider}/${this.client.target.model}`;
  }

  /** Distinguishes the answers of this model from those of any other. */
  get address(): readonly [baseUrl: string, model: string] {
    return [this.client.target.baseUrl, this.client.target.model];
  }

  /** What the server is known to accept; the richest dialect before the first answer. */
  get dialect(): Dialect {
    return this.known;
  }

  /** @throws ModelFailure, also that of `read`; `timeoutMs` covers all attempts together. */
  async complete<Answer>(
    messages: ChatMessage[],
    timeoutMs: number,
    read: (content: string) => Answer,
  ): Promise<{ answer: Answer; usage: Usage | null }> {
    const signal = AbortSignal.timeout(timeoutMs);
    let dialect = this.known;
    let hasFallenBack = false;
    for (;;) {
      try {
        const { content, usage } = await this.client.complete(messages, dialect, signal);
        const answer = read(content);
        this.known = dialect;
        this.isProven = true;
        return { answer, usage };
      } catch (error) {
        if (!(error instanceof ModelFailure) || !error.mayBeDialect) throw error;
        const isRefusal = error.kind === 'bad_request';
        if (!isRefusal && (this.isProven || hasFallenBack)) throw error;
        const simpler = isRefusal ? simplify(dialect, error) : simplifyOnce(dialect, error);
        if (!simpler) throw error;
        hasFallenBack ||= !isRefusal;
        dialect = simpler;
      }
    }
  }
}
