import type { DataSource } from 'typeorm';

/** Removes suggestions that nobody used for a day, answers of the model older than a month, and the counts of past days. */
export async function forgetUnusedTriage(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from triage_suggestion
     where category_outcome = 'pending' and priority_outcome = 'pending' and created_at < now() - interval '1 day'`,
  );
  await dataSource.query(`delete from triage_model_answer where created_at < now() - interval '30 days'`);
  await dataSource.query(`delete from triage_model_call where day < (now() at time zone 'utc')::date - 1`);
}
