/** Text as bytes of old character sets, by asking the decoder what each byte or pair of bytes means. */
const tables = new Map<string, Map<string, Buffer>>();

function tableOf(charset: string): Map<string, Buffer> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, Buffer>();
  const learn = (bytes: Buffer) => {
    const letter = decoder.decode(bytes);
    if ([...letter].length === 1 && letter !== '\uFFFD' && !table.has(letter)) table.set(letter, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn(Buffer.from([byte]));
  for (let lead = 0x81; lead < 256; lead++) {
    for (let trail = 0x40; trail < 256; trail++) learn(Buffer.from([lead, trail]));
  }
  tables.set(charset, table);
  return table;
}

/** @throws for a letter that the character set does not have */
export function encode(text: string, charset: string): Buffer {
  if (/^utf-8$/i.test(charset)) return Buffer.from(text);
  if (/^utf-16le$/i.test(charset)) return Buffer.from(text, 'utf16le');
  const table = tableOf(charset);
  return Buffer.concat(
    [...text].map((letter) => {
      const bytes = table.get(letter);
      if (!bytes) throw new Error(`${charset} has no ${letter}`);
      return bytes;
    }),
  );
}
