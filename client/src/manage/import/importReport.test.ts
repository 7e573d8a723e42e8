import { describe, expect, it } from '@jest/globals';
import { mendableFile, parseLines, readReport } from './importReport.js';

const progress = '{"imported":100,"rejected":1}\n{"imported":200,"rejected":3}\n';

describe('the report of an import', () => {
  it('follows the latest line while the answer is still coming', () => {
    expect(readReport(parseLines(`${progress}{"imported":30`))).toMatchObject({
      imported: 200,
      rejected: 3,
      rejects: [],
    });
  });

  it('ends with the rejected rows and their reasons', () => {
    const last = '{"imported":210,"duplicates":2,"rejected":3,"rejects":[{"line":7,"reason":"title: blank"}]}';
    expect(readReport(parseLines(progress + last))).toEqual({
      imported: 210,
      duplicates: 2,
      rejected: 3,
      rejects: [{ line: 7, reason: 'title: blank', raw: null }],
      error: null,
      header: null,
    });
  });

  it('says why the file could not be read to its end', () => {
    const broken = '{"imported":200,"rejected":3,"rejects":[],"error":"The file could not be read any further."}';
    expect(readReport(parseLines(progress + broken)).error).toBe('The file could not be read any further.');
  });

  it('says nothing of what it cannot read', () => {
    expect(readReport(parseLines('<html>502</html>'))).toMatchObject({ imported: 0, rejected: 0, rejects: [] });
    expect(readReport(parseLines('{"rejects":[null,{"line":"7"},4]}')).rejects).toEqual([]);
  });

  it('gives the rejected rows back as a file that can be mended and sent again', () => {
    const last = {
      rejected: 2,
      header: 'sep=;\ntitle;description',
      rejects: [
        { line: 3, reason: 'a', raw: 'A;"b\nc"' },
        { line: 9, reason: 'too long', raw: null },
      ],
    };
    const report = readReport(parseLines(JSON.stringify(last)));
    expect(mendableFile(report, 'my.file.csv')).toEqual({
      name: 'my.file.rejected.csv',
      text: '\uFEFFsep=;\ntitle;description\nA;"b\nc"\n',
      rows: 1,
    });
    expect(mendableFile({ ...report, header: null }, 'x')?.name).toBe('x.rejected.jsonl');
    expect(mendableFile({ ...report, rejects: [] }, 'x')).toBeNull();
  });
});
