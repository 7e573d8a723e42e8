/**
 * Asks the language model about one ticket: redact, look in the cache, stay within the budget, share equal calls that
 * are under way, read the answer. Every way to fail is a ModelFailure; the triage service turns
 * it into the next engine's answer.
 */
import { createHash } from 'node:crypto';
import { type TicketText, TriageSource } from '../../../tickets/write/triage-port.js';
import type { Classification, DecidedTicket } from '../../suggestions/classification.js';
import { type ModelAnswer, readAnswer } from './answer.js';
import type { Usage } from './completion.js';
import type { ModelCircuit } from './model-circuit.js';
import { ModelFailure } from './model-failure.js';
import type { Negotiator } from './negotiator.js';
import { PROMPT_VERSION, triageMessages } from './prompt.js';
import { outgoing } from './redaction.js';

/** What processes of one desk share; lives in the database. */
export type SharedModelState = {
  find(key: string): Promise<ModelAnswer | null>;
  keep(key: string, answer: ModelAnswer): Promise<void>;
  /** Counts one call for this client today; false when the client or the day is used up. */
  spend(client: string): Promise<boolean>;
};

export type ModelRequest = {
  ticket: TicketText;
  examples: readonly DecidedTicket[];
  /** Whom the call is charged to: the address of the caller. */
  client: string;
  budgetMs: number;
};

export type ModelClassification = Classification & { usage: Usage | null };
type Outcome = { source: TriageSource.MODEL | TriageSource.CACHE; answer: ModelAnswer; usage: Usage | null };

export class ModelEngine {
  private readonly underWay = new Map<string, Promise<Outcome>>();

  constructor(
    private readonly model: Negotiator,
    private readonly circuit: ModelCircuit,
    private readonly shared: SharedModelState,
    /** The longest time that one call may take, whoever waits for it. */
    private readonly callTimeoutMs: number,
  ) {}

  /** Provider and model, as shown to people. */
  get name(): string {
    return this.model.name;
  }

  get circuitState(): ModelCircuit['state'] {
    return this.circuit.state;
  }

  get outage(): ModelFailure | null {
    return this.circuit.outage;
  }

  /** @throws ModelFailure */
  async classify(request: ModelRequest): Promise<ModelClassification> {
    const { source, answer, usage } = await within(request.budgetMs, this.shareCall(request));
    return {
      ...answer,
      source,
      usage,
      engine: this.name,
      version: PROMPT_VERSION,
      learnedFrom: request.examples.filter((example) => supports(example, answer)).map((example) => example.number),
    };
  }

  /** Equal requests join the call that is under way; a joiner who waits less long does not cut it short. */
  private shareCall(request: ModelRequest): Promise<Outcome> {
    const outgoingRequest = { ...request, ...redacted(request) };
    const key = this.keyOf(outgoingRequest);
    const joined = this.underWay.get(key);
    if (joined !== undefined) return joined;
    const call = this.answer(key, outgoingRequest, request.ticket).finally(() => this.underWay.delete(key));
    this.underWay.set(key, call);
    return call;
  }

  private async answer(
    key: string,
    { ticket, examples, client }: ModelRequest,
    original: TicketText,
  ): Promise<Outcome> {
    const cached = await this.shared.find(key);
    if (cached) return { source: TriageSource.CACHE, answer: cached, usage: null };
    const { answer, usage } = await this.circuit.run(async () => {
      if (!(await this.shared.spend(client))) throw new ModelFailure('over_budget', "Today's budget is used up.");
      return this.model.complete(triageMessages(ticket, examples), this.callTimeoutMs, (content) =>
        readAnswer(content, original),
      );
    });
    await this.shared.keep(key, answer);
    return { source: TriageSource.MODEL, answer, usage };
  }

  private keyOf({ ticket, examples }: Pick<ModelRequest, 'ticket' | 'examples'>): string {
    const content = JSON.stringify([PROMPT_VERSION, this.model.address, ticket, examples]);
    return createHash('sha256').update(content).digest('hex');
  }
}

function redacted({ ticket, examples }: ModelRequest): Pick<ModelRequest, 'ticket' | 'examples'> {
  const clean = <Text extends TicketText>(text: Text): Text => ({
    ...text,
    title: outgoing(text.title),
    description: outgoing(text.description),
  });
  return { ticket: clean(ticket), examples: examples.map(clean) };
}

/** An example supports an answer that decides the corrected field as people did. */
function supports(example: DecidedTicket, answer: ModelAnswer): boolean {
  return (
    (example.correctedCategory && example.category === answer.category.value) ||
    (example.correctedPriority && example.priority === answer.priority.value)
  );
}

function within<Result>(budgetMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ModelFailure('timeout', 'The model did not answer in time.')), budgetMs);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
