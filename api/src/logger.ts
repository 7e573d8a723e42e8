import type { BaseLogger } from 'pino';

/** The part of the log that services and the database speak to. */
export type Logger = Pick<BaseLogger, 'info' | 'warn'>;

/** For commands, whose answer is what they print. */
export const silentLogger: Logger = { info: () => undefined, warn: () => undefined };
