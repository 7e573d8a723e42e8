/** What holds for the whole run, set by the global setup or by hand: how much is generated, from what, how long. */
export const seed = Number(process.env.CHAOS_SEED);
export const requests = Number(process.env.CHAOS_REQUESTS);
export const isShort = process.env.CHAOS === 'short';

/** How often each fault happens. */
export const rounds = isShort ? 1 : 5;

/** A figure for whoever reads the run; Jest's own console would put a stack below each. */
export function tell(line: string): void {
  process.stdout.write(`  ${line}\n`);
}
