/** What the server says about an import: lines of JSON, read with care, because the last may be cut off. */

interface Reject {
  /** In the file, from 1. */
  line: number;
  reason: string;
  /** As it stands in the file; null where the report had no room for it. */
  raw: string | null;
}

export interface ImportReport {
  imported: number;
  /** Rows that an earlier import brought in, known by their external id. */
  duplicates: number;
  rejected: number;
  /** The first of them; the counts are of all. */
  rejects: Reject[];
  /** Why the file could not be read to its end, where it could not. */
  error: string | null;
  /** What a file of rejected rows begins with; null where rows need nothing above them. */
  header: string | null;
}

type Line = Record<string, unknown>;

export function parseLines(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null ? [value as Line] : [];
    } catch {
      // Empty, or still on its way.
      return [];
    }
  });
}

/** The figures of the latest line that has them; the rejected rows come with the last. */
export function readReport(lines: readonly Line[]): ImportReport {
  const latest = (name: string) => lines.findLast((line) => typeof line[name] === 'number')?.[name];
  const { error, header } = lines.at(-1) ?? {};
  const rejects = lines.findLast((line) => Array.isArray(line.rejects))?.rejects;
  return {
    imported: Number(latest('imported') ?? 0),
    duplicates: Number(latest('duplicates') ?? 0),
    rejected: Number(latest('rejected') ?? 0),
    rejects: Array.isArray(rejects)
      ? rejects.filter(isReject).map((reject) => ({ ...reject, raw: reject.raw ?? null }))
      : [],
    header: typeof header === 'string' ? header : null,
    error: typeof error === 'string' ? error : null,
  };
}

function isReject(value: unknown): value is Reject {
  const { line, reason } = (value ?? {}) as Partial<Reject>;
  return typeof line === 'number' && typeof reason === 'string';
}

/** The rejected rows as a file of their own, to be mended and imported; null where there is none to give. */
export function mendableFile({ rejects, header }: ImportReport, fileName: string) {
  const raws = rejects.flatMap(({ raw }) => raw ?? []);
  if (raws.length === 0) return null;
  const [, stem = fileName] = /^(.+)\.\w+$/.exec(fileName) ?? [];
  const lines = header === null ? raws : [`\uFEFF${header}`, ...raws];
  const name = `${stem}.rejected.${header === null ? 'jsonl' : 'csv'}`;
  return { name, text: lines.map((line) => `${line}\n`).join(''), rows: raws.length };
}
