/** The part of a pino logger that the database speaks to. */
export type DatabaseLogger = {
  info(message: string): void;
  warn(details: object, message: string): void;
};
