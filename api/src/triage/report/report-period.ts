import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Narrows to what was suggested in the last so many days; null: ever. */
export function within<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  alias: string,
  days: number | null,
): SelectQueryBuilder<Entity> {
  return days === null ? query : query.andWhere(`${alias}.createdAt >= now() - make_interval(days => :days)`, { days });
}
