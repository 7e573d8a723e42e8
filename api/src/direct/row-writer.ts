/** From what a row is to look like, a function that writes its JSON from the bytes of its columns. */
import type { RowBytes } from '../database/reads/row-bytes.js';
import type { ComputedTexts } from './computed-texts.js';
import { type JsonBytes, writeInstant } from './json-bytes.js';

/** How a column becomes JSON. */
export type ColumnKind = 'number' | 'text' | 'enum' | 'instant' | 'boolean';

export type Value =
  | { readonly kind: ColumnKind; readonly column: number; readonly nullable: boolean }
  /** One more than the number that the column has. */
  | { readonly kind: 'successor'; readonly column: number }
  /** A text that is left out of the row where it is long. */
  | { readonly kind: 'longText'; readonly column: number }
  | { readonly kind: 'globalId'; readonly column: number; readonly type: string }
  /** Where the row stands in its list. */
  | { readonly kind: 'cursor' }
  /** What another object shows, by its key; null where there is no key. */
  | { readonly kind: 'reference'; readonly column: number; readonly index: number }
  | { readonly kind: 'computed'; readonly columns: readonly [number, number]; readonly texts: ComputedTexts };

/** What every row has besides what is asked for. */
export type Layout = {
  readonly columns: number;
  /** Where its number is. */
  readonly key: number;
  /** What the list is sorted by, and what stands for it in a cursor where it is null. */
  readonly sort: {
    readonly column: number;
    /** How a cursor spells it: as the column does, as an instant, or as `spell` does. */
    readonly kind: 'text' | 'instant' | 'spelt';
    readonly ifNull: string;
    spell(text: string): string;
  };
};

/** A value, and the JSON that stands before it. */
export type Step = { readonly before: string; readonly value: Value };

/** What was looked up besides the rows. */
export type Found = {
  /** By the number of the row. */
  readonly longTexts: ReadonlyMap<string, string>;
  /** By the index of the reference, then by key: JSON. */
  readonly references: readonly ReadonlyMap<string, Buffer>[];
};

export type RowWriter = (out: JsonBytes, rows: RowBytes, place: number, found: Found) => void;

const asNull = Buffer.from('null');
const scratch = Buffer.alloc(128);

/** What the generated code calls. */
const parts = {
  asNull,
  asTrue: Buffer.from('true'),
  asFalse: Buffer.from('false'),
  scratch,
  string: (out: JsonBytes, text: string) => out.json(JSON.stringify(text)),
  keyOf: ({ bytes }: RowBytes, start: number, end: number) => bytes.toString('latin1', start, end),
  append(source: Buffer, start: number, end: number, at: number): number {
    let to = at;
    for (let from = start; from < end; from++) scratch[to++] = source[from] as number;
    return to;
  },
  appendText: (text: Buffer, at: number) => at + text.copy(scratch, at),
  appendInstant: (source: Buffer, start: number, end: number, at: number) =>
    writeInstant(scratch, at, source, start, end),
};

/** Generated, because a loop over the steps costs as much again. Nothing of a request gets into the code. */
export function rowWriter(steps: readonly Step[], after: string, layout: Layout): RowWriter {
  const constants: unknown[] = [];
  const constant = (value: unknown) => `constants[${constants.push(value) - 1}]`;
  const literal = (text: string) =>
    text === '' ? '' : `out.copy(${constant(Buffer.from(text))}, 0, ${Buffer.byteLength(text)});`;
  const code = [
    'const { bytes } = rows;',
    'let at = place;',
    ...Array.from({ length: layout.columns }, (_, column) => positionOf(column)),
    ...steps.flatMap(({ before, value }) => [literal(before), codeOf(value, layout, constant)]),
    literal(after),
  ];
  const make = new Function(
    'constants',
    ...Object.keys(parts),
    `return (out, rows, place, found) => {\n${code.join('\n')}\n};`,
  );
  return make(constants, ...Object.values(parts)) as RowWriter;
}

/** Start and end of a column; the end is before the start where it is null. */
function positionOf(column: number): string {
  return `const s${column} = at + 4;
const e${column} = s${column} + ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]);
at = e${column} < s${column} ? s${column} : e${column};`;
}

function codeOf(value: Value, { key, sort }: Layout, constant: (value: unknown) => string): string {
  const range = (column: number) => `s${column}, e${column}`;
  const isNull = (column: number) => `e${column} < s${column}`;
  const quoted = (code: string) => `out.quote(); ${code} out.quote();`;
  switch (value.kind) {
    case 'successor':
      return `out.json(String(Number(keyOf(rows, ${range(value.column)})) + 1));`;
    case 'longText':
      return `if (${isNull(value.column)}) string(out, found.longTexts.get(keyOf(rows, ${range(key)})));
else { ${quoted(`out.text(rows, ${range(value.column)});`)} }`;
    case 'globalId':
      return `${constant(Buffer.from(`${value.type}:`))}.copy(scratch, 0);
${quoted(`out.base64url(scratch, append(bytes, ${range(value.column)}, ${value.type.length + 1}));`)}`;
    case 'cursor': {
      const written = `bytes, ${range(sort.column)}, at`;
      const append = {
        text: `append(${written})`,
        instant: `appendInstant(${written})`,
        spelt: `appendText(Buffer.from(${constant(sort.spell)}(keyOf(rows, ${range(sort.column)}))), at)`,
      }[sort.kind];
      return `at = append(bytes, ${range(key)}, 0);
scratch[at++] = ${':'.charCodeAt(0)};
at = ${isNull(sort.column)} ? appendText(${constant(Buffer.from(sort.ifNull))}, at) : ${append};
${quoted('out.base64url(scratch, at);')}`;
    }
    case 'reference':
      return `out.literal(${isNull(value.column)} ? asNull : found.references[${value.index}].get(keyOf(rows, ${range(value.column)})));`;
    case 'computed': {
      const [one, other] = value.columns;
      return `out.literal(${constant(value.texts)}.json(keyOf(rows, ${range(key)}), rows, ${range(one)}, ${range(other)}));`;
    }
    default: {
      const written = codeOfColumn[value.kind](range(value.column), value.column);
      return value.nullable ? `if (${isNull(value.column)}) out.literal(asNull); else { ${written} }` : written;
    }
  }
}

const codeOfColumn: Readonly<Record<ColumnKind, (range: string, column: number) => string>> = {
  number: (range) => `out.copy(bytes, ${range});`,
  text: (range) => `out.quote(); out.text(rows, ${range}); out.quote();`,
  enum: (range) => `out.quote(); out.upper(bytes, ${range}); out.quote();`,
  instant: (range) => `out.quote(); out.instant(bytes, ${range}); out.quote();`,
  boolean: (_range, column) => `out.literal(bytes[s${column}] === ${'t'.charCodeAt(0)} ? asTrue : asFalse);`,
};
