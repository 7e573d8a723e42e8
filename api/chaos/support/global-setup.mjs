import { randomInt } from 'node:crypto';
import { buildStaleApi } from '../../scripts/build.mjs';

/** What begins here is inherited by the processes that run the test files: what is attacked is what people run, built. */
export default function begin() {
  buildStaleApi();
  process.env.CHAOS_SEED ||= `${randomInt(2 ** 31)}`;
  process.env.CHAOS_REQUESTS ||= process.env.CHAOS === 'short' ? '1500' : '20000';
  console.log(`\nChaos: CHAOS_REQUESTS=${process.env.CHAOS_REQUESTS} CHAOS_SEED=${process.env.CHAOS_SEED}`);
}
