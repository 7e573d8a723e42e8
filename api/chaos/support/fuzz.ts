/** Sends generated requests, several at once, until one is answered wrongly; then looks for the smallest such batch. */
import fc from 'fast-check';

const batch = 8;

/** @throws with the seed and the smallest failing requests where `check` answers what is wrong with one */
export async function fuzz<T>(
  requests: fc.Arbitrary<T>,
  count: number,
  check: (request: T) => Promise<string | null>,
  seed: number,
): Promise<void> {
  const faultless = async (generated: readonly T[]) => {
    const faults = await Promise.all(generated.map(check));
    const index = faults.findIndex((fault) => fault !== null);
    if (index >= 0) throw new Error(`${faults[index]}\n${JSON.stringify(generated[index])}`);
  };
  const property = fc.asyncProperty(fc.array(requests, { minLength: batch, maxLength: batch }), faultless);
  // Trying smaller ones is worth a minute, not an hour; replaying needs the seed alone.
  await fc.assert(property, {
    seed,
    numRuns: Math.ceil(count / batch),
    interruptAfterTimeLimit: 240_000,
    markInterruptAsFailure: true,
  });
}
