import type { DataSource, EntityManager } from 'typeorm';
import { isRetryable } from './database-error.js';

const attempts = 5;

/** Runs `work` in one transaction; a deadlock or serialization failure undid it whole, so it is tried again. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
    }
  }
}
