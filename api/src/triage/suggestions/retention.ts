import type { DataSource } from 'typeorm';

/** Removes suggestions that no ticket used for a day, verdicts that are final, answers of the model older than a month, and the counts of past days. */
export async function forgetUnusedTriage(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from triage_suggestion
     where ticket_number is null and category_outcome = 'pending' and priority_outcome = 'pending' and created_at < now() - interval '1 day'`,
  );
  // Verdicts can be taken back for an hour.
  await dataSource.query(`delete from triage_verdict where created_at < now() - interval '1 day'`);
  await dataSource.query(`delete from triage_model_answer where created_at < now() - interval '30 days'`);
  await dataSource.query(`delete from triage_model_call where day < (now() at time zone 'utc')::date - 1`);
}
