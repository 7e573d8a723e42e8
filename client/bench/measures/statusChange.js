/** From the click on another status to the frame that shows it, in milliseconds. */
export async function measureStatusChange(page, url) {
  await page.goto(url);
  const button = page.getByRole('button', { name: /^Status: / }).first();
  await button.click();
  const choice = page
    .getByRole('menuitem')
    .filter({ hasNot: page.locator('[aria-current]') })
    .nth(1);
  await choice.waitFor();
  const wanted = (await choice.innerText()).split('\n')[0].trim();
  await page.evaluate((status) => {
    window.painted = new Promise((resolve) => {
      addEventListener(
        'pointerdown',
        ({ timeStamp }) => {
          const look = () => {
            const shown = document.querySelector(`[role=grid] [aria-label^="Status: ${status}"]`);
            // The frame that shows it is painted by the time the next one begins.
            if (shown) requestAnimationFrame((next) => resolve(next - timeStamp));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  }, wanted);
  await choice.click();
  return { 'Status change until painted, ms': await page.evaluate(() => window.painted) };
}
