/** What notifications cost where nothing happens. No desk runs beside, whose statements would be counted too. */
import { expect, test } from '@jest/globals';
import { silentLogger } from '../src/logger.js';
import { NotificationTeller } from '../src/notifications/notification-teller.js';
import { createTestDatabase, withDataSource } from './support/database.js';
import { signed } from './support/signature.js';
import { statementsDuring } from './support/statements.js';

test('a desk on which nothing happens asks once, and writes nothing', async () => {
  const idle = await createTestDatabase();
  await withDataSource(idle, async (dataSource) => {
    const teller = new NotificationTeller(dataSource, silentLogger);
    await teller.takeUp();
    const { statements } = await statementsDuring(() => teller.takeUp());
    expect(statements.map(({ text }) => /^\s*select\b/.test(text))).toEqual([true]);
    await dataSource.query(
      signed(`insert into ticket (title, description, category, priority)
      select 'T', 'd', 'general', 'low' from generate_series(1, 2000)`),
    );
    // Nobody is there to notify: what was taken in is passed over at once.
    const { statements: passing } = await statementsDuring(() => teller.takeUp());
    expect(passing.length).toBeLessThanOrEqual(8);
    expect((await statementsDuring(() => teller.takeUp())).statements).toHaveLength(1);
  });
  await idle.close();
});
