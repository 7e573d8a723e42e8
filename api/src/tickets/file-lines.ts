/** The lines of a text file as they arrive, in constant memory: a line of any length is counted, a sane one is kept. */

/** A file's bytes as they arrive. */
export type FileParts = AsyncIterable<Uint8Array>;

export type FileLine = {
  readonly number: number;
  /** Without its end; null where it is longer than any row may be. */
  readonly text: string | null;
};

export const longestLine = 1_000_000;

export async function* fileLines(file: FileParts): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder();
  let number = 1;
  let rest = '';
  let isTooLong = false;
  const take = (end: string): FileLine => {
    const text = isTooLong || rest.length + end.length > longestLine ? null : withoutReturn(rest + end);
    rest = '';
    isTooLong = false;
    return { number: number++, text };
  };
  for await (const chunk of file) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      yield take(text.slice(from, to));
      from = to + 1;
    }
    rest += text.slice(from);
    isTooLong ||= rest.length > longestLine;
    if (isTooLong) rest = '';
  }
  const last = decoder.decode();
  if (isTooLong || rest + last !== '') yield take(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
