import { lockDirectory } from '../../src/database/embedded/directory-lock.js';

// Tries to lock each directory it is told, keeps what it gets, and tells how it went.
process.on('message', async (directory: string) => {
  try {
    await lockDirectory(directory);
    process.send?.('held');
  } catch (error) {
    process.send?.(error instanceof Error ? error.message : error);
  }
});
process.send?.('ready');
