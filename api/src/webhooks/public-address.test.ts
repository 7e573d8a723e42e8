import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { post } from './post.js';
import { guardedLookup, isPublicAddress, type Resolve } from './public-address.js';

test.each(['8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.1', '2606:2800:220:1::1', '2a00:1450::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8'],
  ...['192.168.0.1', '198.18.0.1', '203.0.113.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8'],
  ...[
    '::ffff:127.0.0.1',
    '64:ff9b::808:808',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
  ],
  ...['localhost', ''],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

const answering =
  (...answers: string[][]): Resolve =>
  (_, __, done) => {
    const addresses = (answers.shift() ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    done(null, addresses);
  };

test('a name is connected to by the addresses that were judged, and one that is inside forbids it', () => {
  const looked: unknown[] = [];
  const done = (...answer: unknown[]) => looked.push(answer);
  const lookup = guardedLookup(answering(['8.8.8.8', '2a00:1450::1'], ['8.8.8.8'], ['8.8.8.8', '10.0.0.1'], []));
  lookup('one', { all: true }, done);
  lookup('two', {}, done);
  lookup('three', { all: true }, done);
  lookup('four', {}, done);
  const refused = (name: string) => expect.objectContaining({ message: expect.stringContaining(name) });
  expect(looked).toEqual([
    [
      null,
      [
        { address: '8.8.8.8', family: 4 },
        { address: '2a00:1450::1', family: 6 },
      ],
    ],
    [null, '8.8.8.8', 4],
    [refused('three'), '', 0],
    [refused('four'), '', 0],
  ]);
});

let server: Server;
let connections = 0;
beforeAll((): Promise<void> => {
  server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

test.each([
  ['hooks.example', answering(['127.0.0.1'])],
  ['six.example', answering(['::ffff:127.0.0.1'])],
  ['127.0.0.1', answering(['8.8.8.8'])],
  ['[::ffff:127.0.0.1]', answering(['8.8.8.8'])],
])('%s is not connected to', async (host, resolve) => {
  const { port } = server.address() as { port: number };
  const { statusCode, answer } = await post(`https://${host}:${port}/`, {}, '{}', { allowPrivate: false, resolve });
  expect([statusCode, answer, connections]).toEqual([null, expect.stringContaining('not an address of the public'), 0]);
});

test('a name that answers otherwise at the second look gains nothing: there is no second look', async () => {
  const { port } = server.address() as { port: number };
  const names: string[] = [];
  const answers = [['127.0.0.1'], ['8.8.8.8']];
  const resolve: Resolve = (name, _, done) => {
    names.push(name);
    done(
      null,
      (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
    );
  };
  await post(`https://rebind.example:${port}/`, {}, '{}', { allowPrivate: false, resolve });
  expect([names, connections]).toEqual([['rebind.example'], 0]);
});

test('http is not spoken', async () => {
  const { port } = server.address() as { port: number };
  const { answer } = await post(`http://hooks.example:${port}/`, {}, '{}', { allowPrivate: false });
  expect([answer, connections]).toEqual(['The address is not https.', 0]);
});
