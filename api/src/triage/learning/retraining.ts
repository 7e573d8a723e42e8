/**
 * Learning from the desk: when people have decided enough, the local classifier is trained again from the corpus and their
 * decisions, in a thread of its own. A fifth of the labelled tickets, chosen by hash, is never trained on; `gate.ts` says when
 * the result is put to use. That one process trains at a time is up to whoever calls.
 */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Logger } from '../../logger.js';
import type { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import type { TicketText } from '../../tickets/write/triage-port.js';
import type { LocalEngine } from '../engines/local-engine.js';
import type { ClassifierStore } from './classifier-store.js';
import { type GateScores, verdictOn } from './gate.js';

/** A ticket with what people decided about it; null where nobody did. */
export type LabelledText = TicketText & {
  category: TicketCategory | null;
  priority: TicketPriority | null;
  /** Whether people agreed with triage in one of the fields. */
  confirmed: boolean;
};

export type TrainingTask = {
  labels: LabelledText[];
  heldOut: LabelledText[];
  /** The classifier to beat; null is the built-in one. */
  inUse: Uint8Array | null;
};

export type TrainingResult = { version: string; artefact: Uint8Array; scores: GateScores };

export type Train = (task: TrainingTask) => Promise<TrainingResult>;

/** New labels that make training worth its time; fewer are learned a day later. */
const ENOUGH_LABELS = 25;
const HELD_OUT_SHARE = 5;
/** Beyond this the latest labels stand for the older ones. */
const MOST_LABELS = 20_000;
const TEXT_LENGTH = 4_000;

export class Retraining {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ClassifierStore,
    private readonly local: LocalEngine,
    private readonly train: Train,
    private readonly log: Logger,
  ) {}

  /** Trains if it is due; answers whether a classifier was put to use. */
  async runWhenDue(): Promise<boolean> {
    const learnedUpTo = await this.whenDue();
    if (!learnedUpTo) return false;
    const labels = await this.labels();
    const inUse = await this.store.versionInUse();
    const result = await this.train({
      labels: labels.filter(({ number }) => !isHeldOut(number)),
      heldOut: labels.filter(({ number }) => isHeldOut(number)),
      inUse: inUse === null ? null : await this.store.artefact(inUse),
    });
    const { adopted, reason } = verdictOn(result.scores);
    await this.store.add(result.version, result.artefact, {
      labelCount: labels.length,
      scores: { ...result.scores, reason },
    });
    if (adopted) await this.store.use(result.version);
    await this.dataSource.query('update triage_training set learned_up_to = $1', [learnedUpTo]);
    await this.local.refresh();
    this.log.info(
      { version: result.version, labels: labels.length, scores: result.scores, reason },
      adopted ? 'A retrained local classifier is in use.' : 'A retrained local classifier is kept aside.',
    );
    return adopted;
  }

  /** The moment up to which there is enough to learn; null while there is not. */
  private async whenDue(): Promise<Date | null> {
    const [row] = await this.dataSource.query<{ now: Date }[]>(
      `select now() as now from triage_training
       where (select count(*) from triage_label where decided_at > learned_up_to) >= $1
         or exists (select from triage_label where decided_at > learned_up_to and decided_at < now() - interval '1 day')`,
      [ENOUGH_LABELS],
    );
    return row?.now ?? null;
  }

  private labels(): Promise<(LabelledText & { number: number })[]> {
    return this.dataSource.query(
      `select number, title, left(description, $1) as description, decided.category, decided.priority, decided.confirmed
       from ticket join (
         select ticket_number as number, max(decided_at) as decided_at,
           max(value) filter (where field = 'category') as category,
           max(value) filter (where field = 'priority') as priority,
           bool_or(decision = 'confirmed') as confirmed
         from triage_label group by ticket_number order by max(decided_at) desc limit $2
       ) as decided using (number)
       order by number`,
      [TEXT_LENGTH, MOST_LABELS],
    );
  }
}

/** By hash of the ticket's number: a ticket is on the same side in every training, on every process. */
export function isHeldOut(number: number): boolean {
  return createHash('sha256').update(String(number)).digest().readUInt32BE(0) % HELD_OUT_SHARE === 0;
}
