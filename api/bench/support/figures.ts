/** What a row of the benchmark answers: figures with one sample per round, and ratios taken within each round. */

export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export type Figure = {
  readonly what: string;
  readonly unit: string;
  readonly samples: readonly number[];
  readonly goal?: Goal;
};

/** By name, a sample per round. */
export type Samples<T = number> = ReadonlyMap<string, readonly T[]>;

/**
 * Each measure once per round, beginning with another each time: whatever else the machine does then falls on all of
 * them, and so does what the one before leaves behind.
 */
export async function interleave<T>(
  rounds: number,
  measures: Readonly<Record<string, () => Promise<T>>>,
): Promise<Samples<T>> {
  const entries = Object.entries(measures);
  const samples = new Map<string, T[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`Round ${round + 1} of ${rounds}\n`);
    const start = round % entries.length;
    for (const [name, measure] of [...entries.slice(start), ...entries.slice(0, start)]) {
      samples.get(name)?.push(await measure());
    }
  }
  return samples;
}

export function pick<T>(samples: Samples<T>, numberOf: (sample: T) => number): Samples {
  return new Map([...samples].map(([name, values]) => [name, values.map(numberOf)]));
}

export function figuresOf(samples: Samples, unit: string, label = (name: string) => name): Figure[] {
  return [...samples].map(([name, values]) => ({ what: label(name), unit, samples: values }));
}

/** Of each round by itself, so that a slow moment of the machine counts for both or for neither. */
export function ratio(samples: Samples, one: string, other: string, goal?: Goal): Figure {
  const others = samples.get(other) ?? [];
  const values = (samples.get(one) ?? []).map((value, round) => value / (others[round] ?? Number.NaN));
  return { what: `${one} / ${other}`, unit: '×', samples: values, ...(goal ? { goal } : {}) };
}

export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5);

/** Null where there is no goal. */
export function isMet({ samples, goal }: Figure): boolean | null {
  if (!goal) return null;
  return 'atLeast' in goal ? median(samples) >= goal.atLeast : median(samples) <= goal.atMost;
}
