import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CsvFile } from './csv-records.js';
import { fileLines, longestLine } from './file-lines.js';

async function read(text: string, chunkSize = text.length || 1) {
  const bytes = Buffer.from(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkSize) }, (_, index) =>
    bytes.subarray(index * chunkSize, (index + 1) * chunkSize),
  );
  const records: [line: number, outcome: readonly string[] | string][] = [];
  for await (const record of new CsvFile().records(fileLines(Readable.from(chunks)))) {
    records.push([record.line, record.cells ?? record.fault]);
  }
  return records;
}

test('cells may be quoted, and hold delimiters, quotes and line ends', async () => {
  expect(await read('a,"b,c","say ""hi"""\r\n1,"two\r\nlines",\r\n\r\n3,,x')).toEqual([
    [1, ['a', 'b,c', 'say "hi"']],
    [2, ['1', 'two\nlines', '']],
    [5, ['3', '', 'x']],
  ]);
});

test('the header decides between comma, semicolon and tab', async () => {
  expect(await read('\uFEFFa;b\n1,5;2')).toEqual([
    [1, ['a', 'b']],
    [2, ['1,5', '2']],
  ]);
  expect(await read('a\tb\n1\t2')).toContainEqual([2, ['1', '2']]);
});

test('a quote that is never closed costs one line, at the end of the file and before it', async () => {
  const open = 'A quote is opened and never closed.';
  expect(await read('a,b\n1,"x\n2,y\n3,z')).toEqual([
    [1, ['a', 'b']],
    [2, open],
    [3, ['2', 'y']],
    [4, ['3', 'z']],
  ]);
  const many = Array.from({ length: 300_000 }, (_, index) => `${index},y`);
  const records = await read(`a,b\n1,"x\n${many.join('\n')}`);
  expect(records[1]).toEqual([2, open]);
  expect(records).toHaveLength(many.length + 2);
});

test('what follows a closing quote costs one line, however many it had swallowed', async () => {
  expect(await read('a,b\n1,"x\n2,y\n3,"z"z\n4,ok')).toEqual([
    [1, ['a', 'b']],
    [2, 'A quoted cell goes on after its closing quote.'],
    [3, ['2', 'y']],
    [4, 'A quoted cell goes on after its closing quote.'],
    [5, ['4', 'ok']],
  ]);
});

test('a line beyond all bounds is skipped, not kept', async () => {
  const records = await read(`a\n${'x'.repeat(longestLine + 1)}\n2`, 65_536);
  expect(records).toEqual([
    [1, ['a']],
    [2, `The line is longer than ${longestLine} characters.`],
    [3, ['2']],
  ]);
});

test('lines end by CR, LF or both, wherever the chunks are cut, and blanks around quotes are no cell', async () => {
  const end = fc.constantFrom('\r', '\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(
      fc.array(end, { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (ends, size) => {
        const text = ends.map((its, index) => `${index}, "é${index}" ,x${its}`).join('');
        expect(await read(text, size)).toEqual(ends.map((_, index) => [index + 1, [`${index}`, `é${index}`, 'x']]));
      },
    ),
  );
});

test('a part of a file ends with its last whole record', async () => {
  for (const text of ['a,b\n1,2\n3,', 'a,b\n1,2\n3,"x\ny', 'a,b\n1,2\n']) {
    const records = [];
    const lines = fileLines(Readable.from([Buffer.from(text)]), true);
    for await (const { cells } of new CsvFile({ isPart: true }).records(lines)) records.push(cells);
    expect(records).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  }
});

test('what is written as CSV is read as it was, wherever the chunks are cut', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '😀', ' ') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (cells, chunkSize) => {
      const header = 'a,b,c,d';
      const text = [header, ...cells.map((row) => row.map(quoted).join(','))].join('\n');
      const records = await read(text, chunkSize);
      expect(records.slice(1).map(([, value]) => value)).toEqual(cells);
    }),
  );
});
