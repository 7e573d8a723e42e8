/** Assembles triage, readable from top to bottom: the language model, the local classifier, suggestions, and upkeep. */
import type { DataSource } from 'typeorm';
import type { TriageConfig } from '../config.js';
import type { Logger } from '../logger.js';
import type { TicketCategory, TicketPriority } from '../tickets/ticket-values.js';
import { type TicketText, TriageSource } from '../tickets/triage-port.js';
import type { AnswerCount } from './answer-tally.js';
import { ClassifierStore } from './classifier-store.js';
import { DatabaseModelState } from './llm/database-model-state.js';
import { ModelCircuit } from './llm/model-circuit.js';
import { ModelEngine } from './llm/model-engine.js';
import { REMEDIES } from './llm/model-failure.js';
import { Negotiator } from './llm/negotiator.js';
import { chooseModel } from './llm/providers.js';
import { LocalEngine } from './local-engine.js';
import { findPrecedents } from './precedents.js';
import { PROMPT_VERSION } from './prompt.js';
import { Retraining } from './retraining.js';
import { SuggestionService } from './suggestion.service.js';
import { trainInThread } from './training-thread.js';
import { TriageService } from './triage.service.js';
import { TriageReportService } from './triage-report.service.js';
import type { TriageStatus } from './triage-status.js';
import { TriageUpkeep } from './upkeep.js';

type Guessed = { category: TicketCategory; priority: TicketPriority };

export type Triage = {
  readonly suggestions: SuggestionService;
  readonly report: TriageReportService;
  readonly upkeep: TriageUpkeep;
  status(): Promise<TriageStatus>;
  /** How answers came about since the process started. */
  answers(): AnswerCount[];
  /** Null where no language model is configured. */
  circuit(): ModelCircuit['state'] | null;
  /** Category and priority without a suggestion to remember; with a client, the model may be asked on that client's account. */
  guess(ticket: TicketText, client: string | null): Promise<Guessed>;
};

export async function buildTriage(dataSource: DataSource, config: TriageConfig, log: Logger): Promise<Triage> {
  const store = new ClassifierStore(dataSource);
  const local = new LocalEngine(store, log);
  const model = await buildModel(dataSource, config, log);
  const triage = new TriageService(
    model,
    local,
    (ticket, exceptNumber) => findPrecedents(dataSource, ticket, exceptNumber),
    log,
  );
  const retraining = new Retraining(dataSource, store, local, trainInThread, log);
  return {
    suggestions: new SuggestionService(dataSource, triage, config),
    report: new TriageReportService(dataSource),
    upkeep: new TriageUpkeep(retraining, log),
    status: () => statusOf(model, local),
    answers: () => triage.tally.all(),
    circuit: () => model?.circuitState ?? null,
    async guess(ticket, client) {
      const budget = client === null ? null : { client, budgetMs: config.createTimeoutMs };
      const { category, priority } = await triage.propose({ ticket, ticketNumber: null, model: budget });
      return { category: category.value, priority: priority.value };
    },
  };
}

async function buildModel(dataSource: DataSource, config: TriageConfig, log: Logger): Promise<ModelEngine | null> {
  const { target, reason } = chooseModel(config);
  if (!target) {
    log.info(`Triage: the local classifier answers, because ${reason}.`);
    return null;
  }
  // Loaded late: the vendor's package takes 100 ms and 12 MB, which a desk without a model need not spend.
  const { ChatClient } = await import('./llm/chat-client.js');
  const model = new Negotiator(new ChatClient(target));
  log.info(`Triage: ${model.name} at ${target.baseUrl} answers, because ${reason}.`);
  const circuit = new ModelCircuit(model.name, config.pauseMs, log);
  const longestWait = Math.max(config.timeoutMs, config.createTimeoutMs);
  return new ModelEngine(model, circuit, new DatabaseModelState(dataSource, config), longestWait);
}

async function statusOf(model: ModelEngine | null, local: LocalEngine): Promise<TriageStatus> {
  if (!model) {
    const { version } = await local.current();
    return { source: TriageSource.LOCAL, engine: 'local classifier', version, answering: true, message: null };
  }
  const { outage } = model;
  return {
    source: TriageSource.MODEL,
    engine: model.name,
    version: PROMPT_VERSION,
    answering: outage === null,
    message: outage && `The local classifier answers instead. ${REMEDIES[outage.kind]}`,
  };
}
