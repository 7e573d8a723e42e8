/** Finds JSON objects in what a model wrote, whatever prose and fences stand around them. */

/** Prose may hold braces of its own; past this many the reply is given up. */
const MAX_ATTEMPTS = 200;

/** The objects of a text in their order, and whether a further one begins that is cut off. */
export function objectsIn(text: string): { objects: unknown[]; isCutOff: boolean } {
  const objects: unknown[] = [];
  let start = text.indexOf('{');
  for (let attempt = 0; attempt < MAX_ATTEMPTS && start !== -1; attempt++) {
    const end = endOfObject(text, start);
    if (end === null && /^\{\s*"/.test(text.slice(start))) return { objects, isCutOff: true };
    const found = end === null ? undefined : parseOrUndefined(text.slice(start, end));
    if (found !== undefined) objects.push(found);
    start = text.indexOf('{', found === undefined || end === null ? start + 1 : end);
  }
  return { objects, isCutOff: false };
}

export function parseOrUndefined(json: string): unknown {
  for (const text of [json, withoutTrailingCommas(json)]) {
    try {
      return JSON.parse(text);
    } catch {}
  }
  return undefined;
}

/** Commas before a closing bracket, outside of strings. */
function withoutTrailingCommas(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/g, (found) => (found === ',' ? '' : found));
}

/** Index after the brace that closes the one at `start`; braces inside strings do not count. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (!inString && character === '{') depth++;
    else if (!inString && character === '}' && --depth === 0) return at + 1;
  }
  return null;
}
