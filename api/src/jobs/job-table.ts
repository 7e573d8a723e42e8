/** The statements of the outbox. Each is a transaction of its own, except the first, which is part of its caller's. */
import type { DataSource, EntityManager } from 'typeorm';

export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** 1 for the first. */
  readonly attempt: number;
};

export async function addJob(manager: EntityManager, kind: string, payload: object, runAt: Date | null): Promise<void> {
  await manager.query('insert into job (kind, payload, due_at) values ($1, $2, coalesce($3, now()))', [
    kind,
    JSON.stringify(payload),
    runAt,
  ]);
}

/** Begins up to `limit` jobs that are due. Nobody else begins them while the lease lasts. */
export async function takeJobs(
  dataSource: DataSource,
  kinds: readonly string[],
  limit: number,
  leaseMs: number,
): Promise<Job[]> {
  const [rows] = await dataSource.query<[Job[], number]>(
    `update job set attempts = attempts + 1, due_at = now() + $1 * interval '1 millisecond'
     where id in (
       select id from job where died_at is null and due_at <= now() and kind = any($2)
       order by due_at limit $3 for update skip locked)
     returning id::text, kind, payload, attempts as attempt`,
    [leaseMs, kinds, limit],
  );
  return rows;
}

/** Until when to rest (null: nothing waits), and how many jobs are dead. `greatest` would make 0 of null. */
export async function outlook(
  dataSource: DataSource,
  kinds: readonly string[],
): Promise<{ restMs: number | null; dead: number }> {
  const [row] = await dataSource.query<{ restMs: number | null; dead: number }[]>(
    `select (extract(epoch from min(due_at) - now()) * 1000)::float8 as "restMs",
       (select count(*)::int from job where died_at is not null) as dead
     from job where died_at is null and kind = any($1)`,
    [kinds],
  );
  return row ?? { restMs: null, dead: 0 };
}

/** For a job that takes longer than its lease. */
export async function extendLease(dataSource: DataSource, job: Job, leaseMs: number): Promise<void> {
  await dataSource.query(
    `update job set due_at = now() + $3 * interval '1 millisecond' where id = $1 and attempts = $2`,
    [job.id, job.attempt, leaseMs],
  );
}

/** Who was taken for dead, and is not, ends nothing: the attempt is another's by now. */
export async function endJob(dataSource: DataSource, { id, attempt }: Job): Promise<void> {
  await dataSource.query('delete from job where id = $1 and attempts = $2', [id, attempt]);
}

/** Gives a job back as if it had not been begun. */
export async function giveBack(dataSource: DataSource, { id, attempt }: Job): Promise<void> {
  await dataSource.query(
    'update job set due_at = now(), attempts = attempts - 1 where id = $1 and attempts = $2 and died_at is null',
    [id, attempt],
  );
}

/** To be tried again after the pause; null gives it up. */
export async function failJob(
  dataSource: DataSource,
  { id, attempt }: Job,
  reason: string,
  pauseMs: number | null,
): Promise<void> {
  await dataSource.query(
    `update job set last_error = $3, died_at = case when $4::float8 is null then now() end,
       due_at = now() + coalesce($4::float8, 0) * interval '1 millisecond'
     where id = $1 and attempts = $2`,
    [id, attempt, reason, pauseMs],
  );
}
