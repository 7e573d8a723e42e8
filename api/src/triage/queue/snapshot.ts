/** All that a decision of the triage queue can change, as it was, and how it becomes so again. An undo is no verdict: what was learned goes too. */
import type { EntityManager } from 'typeorm';
import { setBlocked } from '../../people/blocking.js';
import type { TicketChanges } from '../../tickets/fields/ticket-rules.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { pointTo } from '../../tickets/write/merging.js';
import { lockTickets, updateTickets } from '../../tickets/write/ticket-writes.js';
import { markUntriaged } from '../../tickets/write/triaged.js';

type Outcomes = { readonly id: string; readonly category: string; readonly priority: string };
type Label = { readonly field: string; readonly value: string; readonly decision: string; readonly decided_at: string };

export type Snapshot = {
  readonly fields: TicketChanges;
  readonly needsTriage: boolean;
  readonly outcomes: readonly Outcomes[];
  readonly labels: readonly Label[];
  /** The latest verdict that was noted by then; 0 for none. */
  readonly verdict: string;
  /** What was merged into the ticket, which a duplicate takes along; absent in what was kept before there was this. */
  readonly merged?: readonly number[];
  /** Whom the decision blocked. */
  readonly blocked: number | null;
};

export async function takeSnapshot(manager: EntityManager, ticket: Ticket): Promise<Omit<Snapshot, 'blocked'>> {
  const { number, category, priority, status, assigneeKey, teamKey, snoozeEnd } = ticket;
  type Rest = Pick<Snapshot, 'needsTriage' | 'outcomes' | 'labels' | 'verdict' | 'merged'>;
  const [rest] = await manager.query<Rest[]>(
    `select needs_triage as "needsTriage",
       coalesce((select jsonb_agg(jsonb_build_object('id', id, 'category', category_outcome, 'priority', priority_outcome))
         from triage_suggestion where ticket_number = $1), '[]') as outcomes,
       coalesce((select jsonb_agg(jsonb_build_object('field', field, 'value', value, 'decision', decision, 'decided_at', decided_at))
         from triage_label where ticket_number = $1), '[]') as labels,
       (select coalesce(max(id), 0)::text from triage_verdict where ticket_number = $1) as verdict,
       array(select other.number from ticket as other where other.merged_into = $1) as merged
     from ticket where number = $1`,
    [number],
  );
  if (!rest) throw new Error('A ticket that is held is gone.');
  return { fields: { category, priority, status, assigneeKey, teamKey, snoozedUntil: snoozeEnd ?? null }, ...rest };
}

export async function restoreSnapshot(manager: EntityManager, number: number, before: Snapshot): Promise<void> {
  await takeApart(manager, number, before.merged ?? []);
  await updateTickets(manager, [number], before.fields);
  await manager.query('delete from triage_verdict where ticket_number = $1 and id > $2', [number, before.verdict]);
  await manager.query(
    `update triage_suggestion as suggestion
     set category_outcome = former.category::suggestion_outcome, priority_outcome = former.priority::suggestion_outcome
     from jsonb_to_recordset($1::jsonb) as former (id uuid, category text, priority text)
     where suggestion.id = former.id`,
    [JSON.stringify(before.outcomes)],
  );
  await manager.query('delete from triage_label where ticket_number = $1', [number]);
  await manager.query(
    `insert into triage_label (ticket_number, field, value, decision, decided_at)
     select $1, field::triage_field, value, decision::triage_decision, decided_at
     from jsonb_to_recordset($2::jsonb) as former (field text, value text, decision text, decided_at timestamptz)`,
    [number, JSON.stringify(before.labels)],
  );
  if (before.needsTriage) await markUntriaged(manager, [number]);
  if (before.blocked !== null) await setBlocked(manager, before.blocked, false);
}

/** A duplicate stands for itself again, with what went along with it, unless that was taken elsewhere since. */
async function takeApart(manager: EntityManager, number: number, merged: readonly number[]): Promise<void> {
  const [row] = await manager.query<{ target: number | null }[]>(
    'select merged_into as target from ticket where number = $1',
    [number],
  );
  if (row?.target == null) return;
  await pointTo(manager, [number], null);
  const followers = (await lockTickets(manager, merged)).filter(({ mergedIntoKey }) => mergedIntoKey === row.target);
  await pointTo(
    manager,
    followers.map((ticket) => ticket.number),
    number,
  );
}
