/** What the server says about an import: lines of JSON, read with care, because the last may be cut off. */

interface Reject {
  /** In the file, from 1. */
  line: number;
  reason: string;
}

export interface ImportReport {
  imported: number;
  rejected: number;
  /** The first of them; the counts are of all. */
  rejects: Reject[];
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
  const rejects = lines.findLast((line) => Array.isArray(line.rejects))?.rejects;
  return {
    imported: Number(latest('imported') ?? 0),
    rejected: Number(latest('rejected') ?? 0),
    rejects: Array.isArray(rejects) ? rejects.filter(isReject) : [],
  };
}

function isReject(value: unknown): value is Reject {
  const { line, reason } = (value ?? {}) as Partial<Reject>;
  return typeof line === 'number' && typeof reason === 'string';
}
