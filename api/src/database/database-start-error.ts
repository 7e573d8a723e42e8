/** The database cannot be used at start: one sentence for the person who starts the desk. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}
