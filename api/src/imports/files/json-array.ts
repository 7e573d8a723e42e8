/** Cuts a JSON array into its elements as its lines arrive, where they end, so that a bad one costs only itself. */
import { longestLine } from './file-lines.js';

export type JsonElement = { readonly line: number } & (
  | { /** As it stands in the file. */ readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: string }
);

const open = 'The list of JSON is not closed.';

export class JsonArrayReader {
  private state: 'before' | 'within' | 'behind' = 'before';
  private text = '';
  private startLine = 0;
  private line = 0;
  private depth = 0;
  private isString = false;
  private isEscaped = false;

  *take(line: number, text: string): Generator<JsonElement> {
    this.line = line;
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string;
      if (this.state === 'before') {
        if (character.trim() === '') continue;
        this.state = 'within';
        from = at + 1;
      } else if (this.state === 'behind') {
        if (character.trim() === '') continue;
        yield { line, text: null, fault: 'The list of JSON has ended before this line.' };
        return;
      } else if (this.endsElement(character)) {
        this.add(text.slice(from, at));
        from = at + 1;
        if (character === ']') this.state = 'behind';
        yield* this.finish(character === ',');
      }
    }
    if (this.state === 'within') this.add(`${text.slice(from)}\n`);
  }

  *end(): Generator<JsonElement> {
    if (this.state !== 'within') return;
    yield { line: this.text === '' ? this.line : this.startLine, text: null, fault: open };
  }

  private endsElement(character: string): boolean {
    if (this.isString) {
      if (this.isEscaped) this.isEscaped = false;
      else if (character === '\\') this.isEscaped = true;
      else if (character === '"') this.isString = false;
      return false;
    }
    if (character === '"') this.isString = true;
    else if (character === '{' || character === '[') this.depth++;
    else if (character === '}' || (character === ']' && this.depth > 0)) this.depth--;
    else return this.depth <= 0 && (character === ',' || character === ']');
    return false;
  }

  /** What is too long is not kept, and told of at its end. */
  private add(text: string): void {
    const added = this.text === '' ? text.trimStart() : text;
    if (this.text === '' && added !== '') this.startLine = this.line;
    if (this.text.length <= longestLine) this.text += added;
  }

  private *finish(isMissed: boolean): Generator<JsonElement> {
    const text = this.text.trim();
    this.text = '';
    this.depth = 0;
    if (text.length > longestLine) {
      yield { line: this.startLine, text: null, fault: `The row is longer than ${longestLine} characters.` };
    } else if (text !== '') {
      yield { line: this.startLine, text, fault: null };
    } else if (isMissed) {
      yield { line: this.line, text: null, fault: 'Nothing stands before this comma.' };
    }
  }
}
