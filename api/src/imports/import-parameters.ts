import { InvalidInputError, type Issue } from '../errors.js';
import { lastText } from '../http/urlencoded.js';

const yesOrNo = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
]);

export type ImportQuery = { readonly isDryRun: boolean; readonly asksModel: boolean };

/** What is not understood is refused: a trial that imports, or a model that is not asked, would surprise too late. @throws InvalidInputError */
export function parseImportQuery(query: Readonly<Record<string, unknown>>): ImportQuery {
  const issues: Issue[] = [];
  const dryRun = lastText(query.dry_run) ?? 'false';
  const isDryRun = yesOrNo.get(dryRun);
  if (isDryRun === undefined) {
    issues.push({ path: ['dry_run'], code: 'invalid_choice', message: 'Select 1 to check only, 0 to import.' });
  }
  const triage = lastText(query.triage);
  if (triage !== null && triage !== 'model') {
    const message = 'Select model, or leave it out for the local classifier.';
    issues.push({ path: ['triage'], code: 'invalid_choice', message });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  return { isDryRun: isDryRun === true, asksModel: triage === 'model' };
}
