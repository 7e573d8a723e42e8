/** Which databases have one session, in which statements run one after another and none can be interrupted. */
import type { DataSource } from 'typeorm';

const known = new WeakSet<DataSource>();

export function noteOneSession(dataSource: DataSource): void {
  known.add(dataSource);
}

/** A long statement there keeps everybody waiting. */
export function hasOneSession(dataSource: DataSource): boolean {
  return known.has(dataSource);
}
