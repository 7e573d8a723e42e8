import type { DataSource, EntityManager } from 'typeorm';
import { tellOfCommit } from './commits.js';
import { isRetryable } from './database-error.js';

const attempts = 5;

/** Runs `work` in one transaction; a deadlock or serialization failure undid it whole, so it is tried again. */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      let used: EntityManager | null = null;
      const result = await dataSource.transaction((manager) => {
        used = manager;
        return work(manager);
      });
      tellOfCommit(dataSource, used);
      return result;
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error;
    }
  }
}
