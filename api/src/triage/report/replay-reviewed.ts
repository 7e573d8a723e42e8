/** Asks the local classifiers again about tickets that people have reviewed. */
import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { readQuery } from '../../database/reads/standby.js';
import type { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import { type TicketText, TriageSource } from '../../tickets/write/triage-port.js';
import type { LocalClassifier } from '../engines/local/local-classifier.js';
import { localClassification } from '../engines/local-engine.js';
import { isHeldOut } from '../learning/retraining.js';
import { applyThresholds } from '../suggestions/thresholds.js';
import { fieldFigures } from './group-report.js';
import type { ReportPeriod } from './report-period.js';
import type { TriageReplay, TriageReplayResult } from './triage-replay.js';

export type Replayed = { readonly classifier: LocalClassifier; readonly builtIn: boolean };

const mostTickets = 500;

type Answer = { readonly category: TicketCategory; readonly priority: TicketPriority };
type Reviewed = TicketText & {
  readonly number: number;
  readonly source: TriageSource;
  readonly suggestedCategory: TicketCategory;
  readonly suggestedPriority: TicketPriority;
  /** What people decided; null where they did not. */
  readonly category: TicketCategory | null;
  readonly priority: TicketPriority | null;
};

export async function replayReviewed(
  dataSource: DataSource,
  period: ReportPeriod,
  replayed: readonly Replayed[],
): Promise<TriageReplay> {
  const tickets = await reviewed(dataSource, period);
  const answers = new Map<Replayed, Answer[]>(replayed.map((one) => [one, []]));
  for (const ticket of tickets) {
    for (const [one, given] of answers) {
      // Requests are answered between two tickets.
      await setImmediate();
      given.push(answerOf(one.classifier, ticket));
    }
  }
  const suggested = new Map(
    tickets.map((ticket) => [ticket, { category: ticket.suggestedCategory, priority: ticket.suggestedPriority }]),
  );
  const isOfModel = ({ source }: Reviewed) => source === TriageSource.MODEL || source === TriageSource.CACHE;
  const resultsOn = (isAsked: (ticket: Reviewed) => boolean, source: TriageSource | null): TriageReplayResult[] => {
    const asked = tickets.filter(isAsked);
    if (asked.length === 0) return [];
    return [
      { source, version: null, builtIn: false, ...scores(asked, suggested) },
      ...[...answers].map(([{ classifier, builtIn }, given]) => ({
        source: TriageSource.LOCAL,
        version: classifier.version,
        builtIn,
        ...scores(
          asked.filter(({ number }) => builtIn || isHeldOut(number)),
          new Map(tickets.map((ticket, index) => [ticket, given[index]])),
        ),
      })),
    ];
  };
  const sources = new Set(tickets.map(({ source }) => source));
  return {
    ticketCount: tickets.length,
    results: resultsOn(() => true, sources.size === 1 ? ([...sources][0] ?? null) : null),
    modelTicketCount: tickets.filter(isOfModel).length,
    modelResults: resultsOn(isOfModel, TriageSource.MODEL),
  };
}

function answerOf(classifier: LocalClassifier, ticket: TicketText): Answer {
  const { category, priority } = applyThresholds(localClassification(classifier, ticket), 0);
  return { category: category.value, priority: priority.value };
}

function scores(tickets: readonly Reviewed[], answers: ReadonlyMap<Reviewed, Answer | undefined>) {
  const figures = (field: 'category' | 'priority') => {
    const judged = tickets
      .filter((ticket) => ticket[field] !== null)
      .map((ticket) => ticket[field] === answers.get(ticket)?.[field]);
    return fieldFigures(judged.length, judged.filter(Boolean).length);
  };
  return { category: figures('category'), priority: figures('priority') };
}

/** Each ticket with its latest suggestion, the latest first. */
function reviewed(dataSource: DataSource, { since }: ReportPeriod): Promise<Reviewed[]> {
  return readQuery(
    dataSource,
    `select ticket.number, ticket.title, left(ticket.description, 4000) as description, source,
       said.category as "suggestedCategory", said.priority as "suggestedPriority",
       case when category_outcome in ('confirmed', 'overridden') then ticket.category end as category,
       case when priority_outcome in ('confirmed', 'overridden') then ticket.priority end as priority
     from (select distinct on (ticket_number) * from triage_suggestion
           where ticket_number is not null and ($1::timestamptz is null or created_at >= $1)
           order by ticket_number, created_at desc, id) as said
       join ticket on ticket.number = said.ticket_number
     where category_outcome in ('confirmed', 'overridden') or priority_outcome in ('confirmed', 'overridden')
     order by said.created_at desc limit $2`,
    [since, mostTickets],
  );
}
