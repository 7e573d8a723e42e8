import { openDatabase } from '../../src/database/data-source.js';

// Writes rows to the embedded database of a directory until it is killed, and tells each one that was committed.
const [directory = ''] = process.argv.slice(2);
const { dataSource } = await openDatabase(
  { location: { kind: 'embedded', directory }, poolSize: 1, prepared: true, statementTimeoutMs: null },
  { logger: { info: () => undefined, warn: () => undefined }, entities: [] },
);
await dataSource.query('create table if not exists written (number int primary key)');
for (let number = 1; ; number++) {
  await dataSource.transaction((manager) => manager.query('insert into written values ($1)', [number]));
  process.send?.(number);
}
