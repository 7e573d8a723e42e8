import type { Databases } from './database.js';
import type { Start } from './servers.js';

/** What a row is given. */
export type Bench = {
  readonly databases: Databases;
  /** A database of that size, which nobody changes. */
  readonly place: Start;
  /** How many tickets. */
  readonly size: number;
  readonly rounds: number;
  /** How long each measure of a round takes. */
  readonly seconds: number;
  readonly workers: number;
};
