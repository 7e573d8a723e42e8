const ROWS = 10_000;

/** With 10,000 rows loaded: from the server's answer to a filter until its first rows are painted, in milliseconds. */
export async function measureFilterChange(page, url) {
  await page.goto(url);
  const grid = page.getByRole('grid', { name: 'Tickets' });
  await grid.waitFor();
  await loadRows(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Priority' }).hover();
  const choice = page.getByRole('menuitemcheckbox', { name: 'High' });
  await choice.waitFor();
  await page.evaluate(() => {
    window.painted = new Promise((resolve) => {
      const first = () => document.querySelector('[role=grid] [role=row] a')?.ariaLabel;
      const before = first();
      new MutationObserver((_, observer) => {
        if (!first() || first() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  });
  const clicked = await page.evaluate(() => performance.now());
  await choice.click();
  const painted = await page.evaluate(() => window.painted);
  const answered = await page.evaluate(
    (since) =>
      performance
        .getEntriesByType('resource')
        .find(({ name, startTime }) => name.endsWith('/graphql') && startTime > since).responseEnd,
    clicked,
  );
  return { 'Filter change with 10,000 rows, answer until painted, ms': painted - answered };
}

async function loadRows(page) {
  await page.evaluate(() => performance.setResourceTimingBufferSize(5000));
  await page.evaluate(async (rows) => {
    const grid = document.querySelector('[role=grid]');
    const rowHeight = 44;
    while (grid.scrollHeight < rows * rowHeight) {
      grid.scrollTop = grid.scrollHeight;
      await new Promise((done) => requestAnimationFrame(done));
    }
    grid.scrollTop = 0;
  }, ROWS);
}
