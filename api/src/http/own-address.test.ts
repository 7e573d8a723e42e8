import { expect, test } from '@jest/globals';
import { ownAddress } from './own-address.js';

test.each([
  ['127.0.0.1', 'http://localhost:8000'],
  ['::1', 'http://localhost:8000'],
  ['0.0.0.0', 'http://localhost:8000'],
  ['::', 'http://localhost:8000'],
  ['127.0.0.2', 'http://127.0.0.2:8000'],
  ['fd00::7', 'http://[fd00::7]:8000'],
  ['desk.example.org', 'http://desk.example.org:8000'],
])('a desk on %s is reached at %s', (host, address) => {
  expect(ownAddress(host, 8000)).toBe(address);
});
