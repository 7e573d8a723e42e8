/** The texts of a file's JSON objects: a line each, or an element each where the file is a list. */
import type { FileLine } from './file-lines.js';
import { JsonArrayReader } from './json-array.js';

type JsonText = { readonly line: number } & (
  | { readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: string }
);

/** One for each line that is not blank, or for each element where the file is a list. */
export async function* jsonTexts(lines: AsyncIterable<FileLine>, isPart: boolean): AsyncGenerator<JsonText> {
  let array: JsonArrayReader | null = null;
  let isFirst = true;
  for await (const line of lines) {
    if (line.text === null) {
      yield { line: line.number, text: null, fault: line.fault };
      continue;
    }
    if (line.text.trim() === '') continue;
    if (isFirst && line.text.trimStart().startsWith('[')) array = new JsonArrayReader();
    isFirst = false;
    if (array) yield* array.take(line.number, line.text);
    else yield { line: line.number, text: line.text, fault: null };
  }
  if (array && !isPart) yield* array.end();
}

/** The object, or what is wrong with it. */
export function readObject(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'The line is not a JSON object.';
  } catch {
    return 'The line is not valid JSON.';
  }
}
