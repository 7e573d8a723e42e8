/** Assembles triage, readable from top to bottom: the language model, the local classifier, suggestions, and learning. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../caller.js';
import type { TriageConfig } from '../config.js';
import type { Logger } from '../logger.js';
import { type TicketText, TriageSource } from '../tickets/write/triage-port.js';
import { DatabaseModelState } from './engines/llm/database-model-state.js';
import { ModelCircuit } from './engines/llm/model-circuit.js';
import { ModelEngine } from './engines/llm/model-engine.js';
import { REMEDIES } from './engines/llm/model-failure.js';
import { Negotiator } from './engines/llm/negotiator.js';
import { PROMPT_VERSION } from './engines/llm/prompt.js';
import { chooseModel } from './engines/llm/providers.js';
import { applyProxy } from './engines/llm/proxy.js';
import { LocalEngine } from './engines/local-engine.js';
import { ClassifierService } from './learning/classifier.service.js';
import { ClassifierStore } from './learning/classifier-store.js';
import { Retraining } from './learning/retraining.js';
import { trainInThread } from './learning/training-thread.js';
import { TriageQueueService } from './queue/triage-queue.service.js';
import type { AnswerCount } from './report/answer-tally.js';
import { TriageReportService } from './report/triage-report.service.js';
import type { TriageStatus } from './report/triage-status.js';
import { IncidentProposals } from './similar/incident-proposals.js';
import { SimilarTickets } from './similar/similar.service.js';
import type { Suggested } from './suggestions/classification.js';
import { findPrecedents } from './suggestions/precedents.js';
import { SuggestionService } from './suggestions/suggestion.service.js';
import { TriageService } from './triage.service.js';

export type Triage = {
  readonly suggestions: SuggestionService;
  readonly report: TriageReportService;
  readonly classifiers: ClassifierService;
  readonly queue: TriageQueueService;
  readonly similar: SimilarTickets;
  readonly incidentProposals: IncidentProposals;
  status(caller: Caller): Promise<TriageStatus>;
  /** Trains the local classifier where there is something to learn; one process at a time. */
  learn(): Promise<unknown>;
  /** How answers came about since the process started. */
  answers(): AnswerCount[];
  /** Null where no language model is configured. */
  circuit(): ModelCircuit['state'] | null;
  /** A suggestion that nothing remembers yet. */
  suggestUnsaved(caller: Caller, ticket: TicketText, options: { asksModel: boolean }): Promise<Suggested>;
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
  const classifiers = new ClassifierService(dataSource, store, local);
  const retraining = new Retraining(dataSource, store, local, trainInThread, log);
  return {
    suggestions: new SuggestionService(dataSource, triage, config),
    report: new TriageReportService(dataSource, classifiers),
    classifiers,
    queue: new TriageQueueService(dataSource),
    similar: new SimilarTickets(dataSource),
    incidentProposals: new IncidentProposals(dataSource),
    status: () => statusOf(model, local),
    learn: () => retraining.runWhenDue(),
    answers: () => triage.tally.all(),
    circuit: () => model?.circuitState ?? null,
    suggestUnsaved(caller, ticket, { asksModel }) {
      const modelMs = asksModel ? config.createTimeoutMs : null;
      return triage.suggest(caller, { ticket, ticketNumber: null, modelMs });
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
  const { ChatClient } = await import('./engines/llm/chat-client.js');
  const model = new Negotiator(new ChatClient(target));
  if (applyProxy(config.proxy)) log.info('Triage: the model is asked through the proxy of HTTPS_PROXY or HTTP_PROXY.');
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
