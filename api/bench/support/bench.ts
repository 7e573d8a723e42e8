import type { Databases } from './database.js';

/** What a row is given. */
export type Bench = {
  readonly databases: Databases;
  /** How many tickets. */
  readonly size: number;
  readonly rounds: number;
  /** How long each measure of a round takes. */
  readonly seconds: number;
  readonly workers: number;
};
