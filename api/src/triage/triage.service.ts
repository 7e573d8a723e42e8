/**
 * Answers "which category, which priority?" for any text. Engines are asked in order: the language model where there is
 * one, the local classifier, and then the defaults, so there is always a legal answer and it always names its source.
 */
import type { ModelEngine } from './llm/model-engine.js';
import { ModelFailure } from './llm/model-failure.js';
import type { TriageLog } from './llm/model-circuit.js';
import type { LocalEngine } from './local-engine.js';
import { NO_JUDGEMENT, offer } from './offer.js';
import type { DecidedTicket, Judgement, Proposal, TicketText } from './proposal.js';

export type TriageRequest = {
  ticket: TicketText;
  /** Whom a call of the model is charged to: the caller's address. */
  client: string;
  /** How long the model may take; the engines after it need no time worth counting. */
  budgetMs: number;
  /** The ticket that the text comes from, where it exists: it is never an example for itself. */
  ticketId: number | null;
};

/** Finds corrected tickets like this one. */
export type Precedents = (request: TriageRequest) => Promise<DecidedTicket[]>;

export class TriageService {
  constructor(
    private readonly model: ModelEngine | null,
    private readonly local: LocalEngine,
    private readonly precedents: Precedents,
    private readonly log: TriageLog,
  ) {}

  async propose(request: TriageRequest): Promise<Proposal> {
    const start = performance.now();
    const judgement = (await this.askModel(request)) ?? (await this.askLocal(request.ticket)) ?? NO_JUDGEMENT;
    return offer(judgement, Math.round(performance.now() - start));
  }

  private async askModel(request: TriageRequest): Promise<Judgement | null> {
    if (!this.model) return null;
    try {
      return await this.model.judge({ ...request, examples: await this.precedents(request) });
    } catch (error) {
      // Already logged, once per outage, by the model's circuit.
      if (error instanceof ModelFailure) return null;
      throw error;
    }
  }
}
