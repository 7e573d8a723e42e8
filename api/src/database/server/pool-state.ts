import type { DataSource } from 'typeorm';
import { type BoundedPool, poolsOf } from './bounded-pool.js';

/** How busy the connections are, of the primary and of a standby together. */
export type PoolState = { readonly inUse: number; readonly idle: number; readonly waiting: number };

export function poolState(dataSource: DataSource): PoolState {
  const pools = poolsOf(dataSource);
  const sum = (of: (pool: BoundedPool) => number) => pools.reduce((total, pool) => total + of(pool), 0);
  return {
    inUse: sum(({ totalCount, idleCount }) => totalCount - idleCount),
    idle: sum(({ idleCount }) => idleCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  };
}
