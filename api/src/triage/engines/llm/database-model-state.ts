/**
 * What all processes of one desk share about the language model: its answers, so that an equal question is paid for
 * once, and how often it was called today. Client addresses are kept as a digest that changes every day.
 */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type ModelAnswer, storedAnswer } from './answer.js';
import type { SharedModelState } from './model-engine.js';

/** The row that counts the calls of all clients together. */
const EVERYONE = '*';

export class DatabaseModelState implements SharedModelState {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: { dailyBudget: number; clientDailyBudget: number },
  ) {}

  async find(key: string): Promise<ModelAnswer | null> {
    const rows = await this.dataSource.query<{ answer: unknown }[]>(
      'select answer from triage_model_answer where key = $1',
      [key],
    );
    return storedAnswer.safeParse(rows[0]?.answer).data ?? null;
  }

  async keep(key: string, answer: ModelAnswer): Promise<void> {
    await this.dataSource.query(
      'insert into triage_model_answer (key, answer) values ($1, $2) on conflict (key) do nothing',
      [key, JSON.stringify(answer)],
    );
  }

  /** A client beyond its own budget does not eat into everyone's. */
  async spend(client: string): Promise<boolean> {
    const day = new Date().toISOString().slice(0, 10);
    const digest = createHash('sha256').update(`${day} ${client}`).digest('base64url');
    const rows = await this.dataSource.query<{ calls: number }[]>(
      `with own as (
         insert into triage_model_call (day, client, calls) values ($1, $2, 1)
         on conflict (day, client) do update set calls = triage_model_call.calls + 1
         returning calls
       )
       insert into triage_model_call (day, client, calls) select $1, $3, 1 from own where own.calls <= $4
       on conflict (day, client) do update set calls = triage_model_call.calls + 1
       returning calls`,
      [day, digest, EVERYONE, this.limits.clientDailyBudget],
    );
    return rows.some(({ calls }) => calls <= this.limits.dailyBudget);
  }
}
