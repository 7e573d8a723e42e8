/** Bytes for a TCP connection: proper requests for both doors, then torn, swollen, doubled and mixed up. */
import fc from 'fast-check';

const ticket = '{"title":"Torn","description":"by hand"}';
const create =
  '{"query":"mutation { createTicket(input: { title: \\"a\\", description: \\"b\\" }) { ticket { id } } }"}';

function posting(path: string, type: string, body: string, more = ''): string {
  const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\n${more}`;
  return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const chunked = `POST /api/tickets/ HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
const templates = [
  'GET /api/tickets/?limit=2 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET /graphql?query=%7BticketStats%7BtotalCount%7D%7D HTTP/1.1\r\nhost: localhost\r\napollo-require-preflight: 1\r\n\r\n',
  'OPTIONS /api/tickets/1/ HTTP/1.0\r\nhost: localhost\r\n\r\n',
  posting('/api/tickets/', 'application/json', ticket, 'idempotency-key: torn\r\n'),
  posting('/api/tickets/classify/', 'application/json', '{"description":"It smokes."}', 'expect: 100-continue\r\n'),
  posting('/api/tickets/import/', 'application/x-ndjson', `${ticket}\n${ticket}\n`),
  posting('/graphql', 'application/json', create),
  `${chunked}${ticket.length.toString(16)}\r\n${ticket}\r\n0\r\n\r\n`,
].map((text) => Buffer.from(text));

const meaningful = [
  '\r\n',
  '\n',
  '\0',
  ':',
  ' ',
  '%',
  '\xff\xfe',
  'content-length: 5\r\n',
  'transfer-encoding: chunked\r\n',
];
const swollen = [
  'upgrade: websocket\r\nconnection: upgrade\r\n',
  'a: b\r\n'.repeat(300),
  'expect: everything\r\n',
  'x'.repeat(9_000),
];
const insertion = fc.oneof(
  fc.constantFrom(...meaningful, ...swollen).map((text) => Buffer.from(text, 'latin1')),
  fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
);

/** At a place from 0 to 1, takes so many bytes away and puts others there. */
const injury = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
  given: fc.option(insertion, { nil: Buffer.alloc(0) }),
});

/** What is written to one connection, in two parts; as base64, in which it can be shown and replayed. */
export type RawRequest = { readonly bytes: string; readonly cut: number };

export const rawRequests: fc.Arbitrary<RawRequest> = fc
  .record({
    requests: fc.array(fc.constantFrom(...templates), { minLength: 1, maxLength: 2 }),
    injuries: fc.array(injury, { minLength: 1, maxLength: 4 }),
    cut: fc.nat({ max: 300 }),
  })
  .map(({ requests, injuries, cut }) => {
    const injured = injuries.reduce((bytes, { place, taken, given }) => {
      const at = Math.floor(place * bytes.length);
      return Buffer.concat([bytes.subarray(0, at), given, bytes.subarray(at + taken)]);
    }, Buffer.concat(requests));
    return { bytes: injured.toString('base64'), cut };
  });
