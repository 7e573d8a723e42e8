/**
 * Finds out, call by call, what a server accepts: a request that is refused is repeated without the part that the
 * refusal names. What worked is remembered for as long as the process lives; there is one negotiator per base URL
 * and model.
 */

import type { ChatClient, ChatReply } from './chat-client.js';
import { type Dialect, RICHEST_DIALECT, simplify } from './dialect.js';
import { ModelFailure } from './model-failure.js';
import type { ChatMessage } from './prompt.js';

export class Negotiator {
  private known: Dialect = RICHEST_DIALECT;

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

  /** @throws ModelFailure; `timeoutMs` covers all attempts together. */
  async complete(messages: ChatMessage[], timeoutMs: number): Promise<ChatReply> {
    const signal = AbortSignal.timeout(timeoutMs);
    let dialect = this.known;
    for (;;) {
      try {
        const reply = await this.client.complete(messages, dialect, signal);
        this.known = dialect;
        return reply;
      } catch (error) {
        const simpler = error instanceof ModelFailure && error.kind === 'bad_request' && simplify(dialect, error);
        if (!simpler) throw error;
        dialect = simpler;
      }
    }
  }
}
