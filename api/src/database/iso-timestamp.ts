import type { ValueTransformer } from 'typeorm';

/** Timestamps are ISO 8601 text everywhere above the driver: one form for cursors, both APIs and the fast reads. */
export const isoTimestamp: ValueTransformer = {
  from: (value: Date | null) => value?.toISOString() ?? null,
  to: (value: string | null) => value,
};
