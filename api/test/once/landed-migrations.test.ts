import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const list = new URL('../support/landed-migrations.sha256', import.meta.url);
const migrations = new URL('../../src/database/migrations/', import.meta.url);

/**
 * A desk compares what it has applied with what it is given, and does not start where they differ, be it in a comment. What
 * has landed stands in the list, in the form that `sha256sum` writes; what lands next is added to it.
 */
it('no migration that desks have applied has changed since', () => {
  const landed = readFileSync(list, 'utf8').trim().split('\n');
  expect(landed.length).toBeGreaterThan(40);
  const now = landed.map((line) => {
    const [, name = ''] = line.split('  ');
    return `${createHash('sha256')
      .update(readFileSync(new URL(name, migrations)))
      .digest('hex')}  ${name}`;
  });
  expect(now).toEqual(landed);
});
