import { describe, expect, it } from '@jest/globals';
import { parseLines, readReport } from './importReport.js';

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
      rejects: [{ line: 7, reason: 'title: blank' }],
      error: null,
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
});
