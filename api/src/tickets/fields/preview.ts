/** What a list shows of a description: its beginning as one line of plain text that does not repeat the title. */
import { isHtml, textOfHtml, textOfMarkdown } from './plain-text.js';

export const previewLength = 240;

/** Code points of a description that a preview is made from, so that a list need not read the rest; an HTML mail begins with its style. */
export const beginningLength = 4_000;

/** Mostly enough for a preview; the whole beginning is read only where its marks take up more. */
const usualLength = 1_000;

export function previewOf(title: string, description: string): string {
  const beginning = firstCharacters(description, beginningLength);
  const usual = lineOf(beginning.slice(0, usualLength));
  const isEnough = beginning.length <= usualLength || usual.length > title.length + previewLength * 2;
  return shortened(withoutTitle(isEnough ? usual : lineOf(beginning), title));
}

/** The beginning of a text as one line of plain text. */
export function excerptOf(text: string, most: number): string {
  return shortened(lineOf(text), most);
}

function lineOf(text: string): string {
  const plain = isHtml(text) ? textOfHtml(text) : textOfMarkdown(text);
  return plain.replace(/\s+/g, ' ').trim();
}

function withoutTitle(line: string, title: string): string {
  const start = title.replace(/\s+/g, ' ');
  const greeting = greetingBefore(line, start);
  const rest = line.slice(greeting.length + start.length);
  const begins = line.slice(greeting.length, greeting.length + start.length).toLowerCase() === start.toLowerCase();
  const isRepeated = begins && !/^[\p{L}\p{N}]/u.test(rest);
  return isRepeated ? rest.replace(/^[\s.,:;!?…–—-]+/, '') : line;
}

/** A few words with a comma, or one, as letters begin; empty where the title does not follow. */
function greetingBefore(line: string, title: string): string {
  const [greeting = ''] = /^(?:\p{L}[\p{L} ]{1,30}[,!:]|\p{L}+) /u.exec(line) ?? [];
  const isFollowed = line.slice(greeting.length, greeting.length + title.length).toLowerCase() === title.toLowerCase();
  return isFollowed ? greeting : '';
}

function shortened(line: string, most = previewLength): string {
  const first = firstCharacters(line, most);
  return first === line ? line : `${firstCharacters(line, most - 1).trimEnd()}…`;
}

/** Counts code points, as PostgreSQL's left() does. */
function firstCharacters(text: string, count: number): string {
  if (text.length <= count) return text;
  let end = 0;
  for (const character of text.slice(0, count * 2)) {
    if (count-- === 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
