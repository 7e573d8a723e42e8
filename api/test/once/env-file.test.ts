import { expect, test } from '@jest/globals';
import { cutOff } from '../../scripts/env-file.mjs';

test.each([
  'DATABASE_URL=postgres://user:p#ss@db/relaydesk',
  'PORT=8000\n\nexport POSTGRES_PASSWORD=#secret',
  'SECRET_KEY = abc#def # the key',
])('a value that would end at its # is told by its line: %j', (text) => {
  expect(cutOff(text)).toMatch(/^\.env, line [13]: (DATABASE_URL|POSTGRES_PASSWORD|SECRET_KEY) is cut off at its "#"/);
});

test.each([
  'DATABASE_URL="postgres://user:p#ss@db/relaydesk"',
  "POSTGRES_PASSWORD='#secret'",
  'PORT=8000 # where it listens',
  '# LLM_MODEL=a#b\n#LLM_MODEL=a#b',
  'EMPTY=\nEMPTY= # nothing',
  '',
])('a value in quotes and a comment are taken: %j', (text) => {
  expect(cutOff(text)).toBeNull();
});
