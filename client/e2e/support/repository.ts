import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));
