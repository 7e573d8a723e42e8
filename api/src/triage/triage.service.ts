/**
 * Answers "which category, which priority?" for any text. Engines are asked in order: the language model where there is
 * one, the local classifier, and then the defaults, so there is always a legal answer and it always names its source.
 */

import { type Caller, payerOf } from '../caller.js';
import type { Logger } from '../logger.js';
import type { TicketText } from '../tickets/write/triage-port.js';
import type { ModelEngine } from './engines/llm/model-engine.js';
import { ModelFailure, REMEDIES } from './engines/llm/model-failure.js';
import type { LocalEngine } from './engines/local-engine.js';
import { type AnswerOutcome, AnswerTally } from './report/answer-tally.js';
import type { Classification, DecidedTicket, Suggested } from './suggestions/classification.js';
import { applyThresholds, DEFAULT_CLASSIFICATION } from './suggestions/thresholds.js';

export type TriageRequest = {
  ticket: TicketText;
  /** The existing ticket that the text is from; it is never an example for itself. */
  ticketNumber: number | null;
  /** How long the model may take, on the caller's account; null leaves the model out. The other engines take no time worth counting. */
  modelMs: number | null;
};

/** Finds corrected tickets like this one. */
export type FindPrecedents = (ticket: TicketText, exceptNumber: number | null) => Promise<DecidedTicket[]>;

/** Without a classification the next engine is asked. */
type Asked = { readonly classification: Classification | null; readonly outcome: AnswerOutcome };

export class TriageService {
  readonly tally = new AnswerTally();
  private isLocalBroken = false;
  /** The UTC day on which the log was told that the budget is used up. */
  private budgetToldOn: string | null = null;

  constructor(
    private readonly model: ModelEngine | null,
    private readonly local: LocalEngine,
    private readonly findPrecedents: FindPrecedents,
    private readonly log: Logger,
  ) {}

  async suggest(caller: Caller, request: TriageRequest): Promise<Suggested> {
    const start = performance.now();
    const { classification: answer, outcome } = await this.askModel(caller, request);
    const classification = answer ?? (await this.askLocal(request)) ?? DEFAULT_CLASSIFICATION;
    this.tally.add(classification.source, outcome);
    return applyThresholds(classification, Math.round(performance.now() - start));
  }

  private async askModel(caller: Caller, { ticket, ticketNumber, modelMs }: TriageRequest): Promise<Asked> {
    if (!this.model || modelMs === null) return { classification: null, outcome: 'answered' };
    try {
      const examples = await this.findPrecedents(ticket, ticketNumber);
      const question = { ticket, examples, budgetMs: modelMs, client: payerOf(caller) };
      return { classification: await this.model.classify(question), outcome: 'answered' };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      // Outages are logged by the model's circuit, once each.
      if (error.kind === 'over_budget') this.tellBudget();
      return { classification: null, outcome: error.kind };
    }
  }

  private tellBudget(): void {
    const today = new Date().toISOString().slice(0, 10);
    if (this.budgetToldOn === today) return;
    this.budgetToldOn = today;
    this.log.warn(
      `The local classifier answers where a budget of the language model is used up. ${REMEDIES.over_budget}`,
    );
  }

  private async askLocal({ ticket }: TriageRequest): Promise<Classification | null> {
    try {
      return await this.local.classify(ticket);
    } catch (error) {
      if (!this.isLocalBroken)
        this.log.warn({ err: error }, 'The local classifier fails; triage answers its defaults.');
      this.isLocalBroken = true;
      return null;
    }
  }
}
