import { InvalidInputError, type Issue } from '../errors.js';
import { lastText } from '../http/urlencoded.js';
import { type ImportReading, readReading } from './mapping/import-reading.js';

const yesOrNo = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
]);

type Query = Readonly<Record<string, unknown>>;

export type ImportQuery = { readonly isDryRun: boolean; readonly asksModel: boolean; readonly reading: ImportReading };

/** What is not understood is refused: a trial that imports, or a model that is not asked, would surprise too late. @throws InvalidInputError */
export function parseImportQuery(query: Query): ImportQuery {
  const issues: Issue[] = [];
  const isDryRun = flag(query, 'dry_run', 'Select 1 to check only, 0 to import.', issues);
  const triage = lastText(query.triage);
  if (triage !== null && triage !== 'model') {
    const message = 'Select model, or leave it out for the local classifier.';
    issues.push({ path: ['triage'], code: 'invalid_choice', message });
  }
  const reading = readingIn(query, issues);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { isDryRun, asksModel: triage === 'model', reading };
}

export type PreviewQuery = { readonly isPart: boolean; readonly reading: ImportReading };

/** @throws InvalidInputError */
export function parsePreviewQuery(query: Query): PreviewQuery {
  const issues: Issue[] = [];
  const isPart = flag(query, 'part', 'Select 1 where the file goes on, 0 where this is all of it.', issues);
  const reading = readingIn(query, issues);
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { isPart, reading };
}

function flag(query: Query, name: string, message: string, issues: Issue[]): boolean {
  const value = yesOrNo.get(lastText(query[name]) ?? 'false');
  if (value === undefined) issues.push({ path: [name], code: 'invalid_choice', message });
  return value === true;
}

function readingIn(query: Query, issues: Issue[]): ImportReading {
  const texts = {
    delimiter: lastText(query.delimiter),
    preset: lastText(query.preset),
    map: textsOf(query.map),
    value: textsOf(query.value),
    dateFormat: lastText(query.date_format),
  };
  return readReading(texts, (option, sentence) => {
    const name = option === 'dateFormat' ? 'date_format' : option;
    issues.push({ path: [name], code: 'invalid', message: sentence.toWellFormed() });
  });
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');
}
