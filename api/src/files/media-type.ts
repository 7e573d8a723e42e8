/** What a file is, by its bytes: what its sender or its name says of it is no proof. */
import { fileTypeFromBuffer } from 'file-type';

/** What a browser may show on a page of its own; everything else is saved. */
const shown: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'];

export function isShown(mediaType: string): boolean {
  return shown.includes(mediaType);
}

/** As much of the beginning as marks of known types are looked for in. */
const beginningBytes = 65_536;
const unknown = 'application/octet-stream';

/** Is told the bytes as they come, and keeps only the first of them. */
export class MediaTypeReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #beginning = Buffer.alloc(0);
  #isText = true;

  read(part: Uint8Array): void {
    if (this.#beginning.length < beginningBytes) {
      this.#beginning = Buffer.concat([this.#beginning, part.subarray(0, beginningBytes - this.#beginning.length)]);
    }
    this.#isText &&= this.#isTextStill(part);
  }

  async mediaType(): Promise<string> {
    const marked = await fileTypeFromBuffer(this.#beginning);
    if (marked) return marked.mime;
    if (!this.#isText || !this.#isTextStill(new Uint8Array(), { isLast: true })) return unknown;
    return markupIn(this.#beginning.toString('utf8')) ?? 'text/plain';
  }

  #isTextStill(part: Uint8Array, { isLast = false } = {}): boolean {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text has none of.
      return !/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(this.#decoder.decode(part, { stream: !isLast }));
    } catch {
      return false;
    }
  }
}

/** Text that a browser might run. */
function markupIn(text: string): string | null {
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml';
  if (/<(!doctype\s+html|html|head|body|script|iframe)[\s>]/i.test(text)) return 'text/html';
  return /^\s*<\?xml/i.test(text) ? 'application/xml' : null;
}
