import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { BoundedPool } from './bounded-pool.js';

/** How busy the connections are, of the primary and of a standby together. */
export type PoolState = { readonly inUse: number; readonly idle: number; readonly waiting: number };

export function poolState({ driver }: DataSource): PoolState {
  const { master, slaves } = driver as PostgresDriver;
  const pools = [master, ...slaves] as BoundedPool[];
  const sum = (of: (pool: BoundedPool) => number) => pools.reduce((total, pool) => total + of(pool), 0);
  return {
    inUse: sum(({ totalCount, idleCount }) => totalCount - idleCount),
    idle: sum(({ idleCount }) => idleCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  };
}
