import { requestOf } from './request-of-context.js';
import type { Steps } from './request-steps.js';

/** Clients choose names, of any length. */
const longestName = 64;

/** Tells the request, and so its line in the log and its figures, which operation it runs. */
export const nameOperation: Steps = () => ({
  async didResolveOperation({ operationName, contextValue }) {
    requestOf(contextValue).operation = operationName?.slice(0, longestName) ?? 'anonymous';
  },
});
