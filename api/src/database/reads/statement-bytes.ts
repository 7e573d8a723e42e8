/** A statement as PostgreSQL's extended protocol has it, in one piece: one write to the socket instead of one per message. */

export type Statement = {
  readonly text: string;
  /** Empty: it is parsed each time. */
  readonly name: string;
  readonly values: readonly (string | null)[];
};

const [parse, bind] = Buffer.from('PB') as unknown as [number, number];

/** Execute for all rows, and Sync. */
const executeAndSync = Buffer.from('E\0\0\0\u0009\0\0\0\0\0S\0\0\0\u0004');

export function statementBytes({ text, name, values }: Statement, isParsed: boolean): Buffer {
  const nameLength = Buffer.byteLength(name);
  const lengths = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)));
  const parseLength = isParsed ? 0 : 4 + nameLength + 1 + Buffer.byteLength(text) + 1 + 2;
  const valuesLength = lengths.reduce((sum, length) => sum + 4 + Math.max(0, length), 0);
  const bindLength = 4 + 1 + nameLength + 1 + 2 + 2 + valuesLength + 2;
  const bytes = Buffer.allocUnsafe((isParsed ? 0 : 1 + parseLength) + 1 + bindLength + executeAndSync.length);
  let at = 0;
  const string = (written: string) => {
    at += bytes.write(written, at);
    at = bytes.writeUInt8(0, at);
  };
  if (!isParsed) {
    at = bytes.writeUInt8(parse, at);
    at = bytes.writeInt32BE(parseLength, at);
    string(name);
    string(text);
    // Of parameters, no types are told.
    at = bytes.writeInt16BE(0, at);
  }
  at = bytes.writeUInt8(bind, at);
  at = bytes.writeInt32BE(bindLength, at);
  string('');
  string(name);
  // No formats: parameters and columns are text.
  at = bytes.writeInt16BE(0, at);
  at = bytes.writeInt16BE(values.length, at);
  values.forEach((value, index) => {
    at = bytes.writeInt32BE(lengths[index] as number, at);
    if (value !== null) at += bytes.write(value, at);
  });
  at = bytes.writeInt16BE(0, at);
  executeAndSync.copy(bytes, at);
  return bytes;
}
