import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowBytes } from '../reads/row-bytes.js';
import { MessageSorter } from './raw-connection.js';

const message = ({ type, body }: { type: string; body: Uint8Array }) => {
  const head = Buffer.from(`${type}....`);
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
};
const messages = fc.array(
  fc.record({
    type: fc.constantFrom('D', 'D', 'D', '2', 'C', 'Z'),
    body: fc.uint8Array({ minLength: 2, maxLength: 40 }),
  }),
  { maxLength: 20 },
);
const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });

/** The bytes in pieces of these sizes, over and over. */
function* inPieces(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const size = sizes[index % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

test('rows go to the statement that wants them and all else to node-postgres, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(messages, cuts, (sent, sizes) => {
      const rows = new RowBytes();
      const others: Buffer[] = [];
      const sorter = new MessageSorter();
      sorter.rows = rows;
      sorter.deliver = (chunk) => others.push(Buffer.from(chunk));
      for (const piece of inPieces(Buffer.concat(sent.map(message)), sizes)) sorter.take(piece);
      const isRow = ({ type }: { type: string }) => type === 'D';
      expect(rows.bytes.subarray(0, rows.length)).toEqual(Buffer.concat(sent.filter(isRow).map(message)));
      expect(rows.places()).toHaveLength(sent.filter(isRow).length);
      expect(Buffer.concat(others)).toEqual(Buffer.concat(sent.filter((one) => !isRow(one)).map(message)));
    }),
  );
});

test('without such a statement rows go to node-postgres too', () => {
  fc.assert(
    fc.property(messages, cuts, (sent, sizes) => {
      const others: Buffer[] = [];
      const sorter = new MessageSorter();
      sorter.deliver = (chunk) => others.push(Buffer.from(chunk));
      const bytes = Buffer.concat(sent.map(message));
      for (const piece of inPieces(bytes, sizes)) sorter.take(piece);
      expect(Buffer.concat(others)).toEqual(bytes);
    }),
  );
});
