/**
 * How well predictions fit labels: the figures that decide whether a retrained classifier is put to use, and that
 * `npm run triage:eval` prints. Pure arithmetic; a prediction carries its confidence so that calibration can be judged.
 */
export type Scored<Label extends string> = { expected: Label; predicted: Label; confidence: number };

export type Report<Label extends string> = {
  count: number;
  /** Shares from 0 to 1. */
  accuracy: number;
  macroF1: number;
  /** Mean gap between confidence and accuracy over ten equally wide bins, weighted by their size. */
  calibrationError: number;
  /** Rows are what was expected, columns what was predicted. */
  confusion: Record<Label, Record<Label, number>>;
  byLabel: Record<Label, { precision: number; recall: number; f1: number; count: number }>;
};

const BINS = 10;

export function evaluate<Label extends string>(
  labels: readonly Label[],
  rows: readonly Scored<Label>[],
): Report<Label> {
  const confusion = perLabel(labels, (expected) =>
    perLabel(labels, (predicted) => count(rows, (row) => row.expected === expected && row.predicted === predicted)),
  );
  const byLabel = perLabel(labels, (label) => scoresOf(label, rows));
  const present = labels.filter((label) => byLabel[label].count > 0);
  return {
    count: rows.length,
    accuracy: ratio(
      count(rows, (row) => row.expected === row.predicted),
      rows.length,
    ),
    macroF1: ratio(sum(present.map((label) => byLabel[label].f1)), present.length),
    calibrationError: calibrationError(rows),
    confusion,
    byLabel,
  };
}

/** Share of predictions at most one step from the expected label, where the labels are in order. */
export function withinOneLevel<Label extends string>(levels: readonly Label[], rows: readonly Scored<Label>[]): number {
  const near = (row: Scored<Label>) => Math.abs(levels.indexOf(row.expected) - levels.indexOf(row.predicted)) <= 1;
  return ratio(count(rows, near), rows.length);
}

function scoresOf<Label extends string>(label: Label, rows: readonly Scored<Label>[]) {
  const hits = count(rows, (row) => row.expected === label && row.predicted === label);
  const expected = count(rows, (row) => row.expected === label);
  const predicted = count(rows, (row) => row.predicted === label);
  return {
    precision: ratio(hits, predicted),
    recall: ratio(hits, expected),
    f1: ratio(2 * hits, expected + predicted),
    count: expected,
  };
}

function calibrationError(rows: readonly Scored<string>[]): number {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    rows.filter((row) => Math.min(BINS - 1, Math.floor(row.confidence * BINS)) === bin),
  );
  const gaps = bins.map((bin) =>
    Math.abs(sum(bin.map((row) => row.confidence)) - count(bin, (row) => row.expected === row.predicted)),
  );
  return ratio(sum(gaps), rows.length);
}

function perLabel<Label extends string, Value>(labels: readonly Label[], compute: (label: Label) => Value) {
  return Object.fromEntries(labels.map((label) => [label, compute(label)])) as Record<Label, Value>;
}

function count<Row>(rows: readonly Row[], matches: (row: Row) => boolean): number {
  return rows.filter(matches).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
