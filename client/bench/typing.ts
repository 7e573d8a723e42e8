import { launch, visit } from '../e2e/support/browser.js';
import type { Figure } from './run.js';

const sentence = 'Since this morning nobody in our company can sign in, and the invoice of May is wrong as well. ';

/** Frames per second while a person types into the form and triage proposes. */
export async function measureTyping(url: string): Promise<Figure[]> {
  const browser = await launch();
  const samples: number[] = [];
  try {
    for (let sample = 0; sample < 5; sample++) {
      const { page, context } = await visit(browser, url);
      await page.goto('/new');
      await page.getByLabel('Title').fill('Nobody can sign in');
      await page.getByLabel('Description').click();
      const frames = page.evaluate(async () => {
        const start = performance.now();
        let count = 0;
        while (performance.now() - start < 3_000) {
          await new Promise(requestAnimationFrame);
          count += 1;
        }
        return (count * 1_000) / (performance.now() - start);
      });
      // A pause in the middle, long enough for triage to be asked.
      await page.keyboard.type(sentence.slice(0, 60), { delay: 15 });
      await page.waitForResponse((response) => response.url().endsWith('/graphql'));
      await page.keyboard.type(sentence.slice(60), { delay: 15 });
      samples.push(await frames);
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return [{ what: 'Typing while triage runs', goal: '≥ 55 frames/s', samples, unit: ' frames/s' }];
}
