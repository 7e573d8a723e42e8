import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

const dayMs = 86_400_000;

/** The suggestions of the last so many days, which begin at an instant; null: of all time. */
export type ReportPeriod = { readonly days: number | null; readonly since: string | null };

export function lastDays(days: number | null): ReportPeriod {
  return { days, since: days === null ? null : new Date(Date.now() - days * dayMs).toISOString() };
}

/** Narrows to what was suggested in the period. */
export function within<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  alias: string,
  { since }: ReportPeriod,
): SelectQueryBuilder<Entity> {
  return since === null ? query : query.andWhere(`${alias}.createdAt >= :since`, { since });
}
