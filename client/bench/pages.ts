import { launch as launchChromium } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { findChromium } from '../e2e/support/chromium.js';
import type { Figure } from './run.js';

/** A telephone is Lighthouse's own default: a slow one on a slow line. */
const views = [
  ...['/', '/new', '/dashboard'].map((page) => ({ page, device: 'desktop', config: desktopConfig })),
  ...['/', '/new'].map((page) => ({ page, device: 'mobile', config: undefined })),
];
const categories = { performance: 95, accessibility: 100, 'best-practices': 100 };

/** Lighthouse, as a desktop computer and a telephone see the pages. */
export async function measurePages(url: string): Promise<Figure[]> {
  const { executablePath, env } = await findChromium();
  const chromium = await launchChromium({
    chromePath: executablePath,
    envVars: env,
    chromeFlags: ['--headless=new', '--no-sandbox'],
    logLevel: 'silent',
  });
  try {
    const figures: Figure[] = [];
    for (const { page, device, config } of views) {
      const scores: Record<string, number[]> = {};
      for (let sample = 0; sample < 5; sample++) {
        const flags = { port: chromium.port, logLevel: 'silent', onlyCategories: Object.keys(categories) } as const;
        const run = await lighthouse(url + page, { ...flags, onlyCategories: [...flags.onlyCategories] }, config);
        for (const [name, { score }] of Object.entries(run?.lhr.categories ?? {})) {
          scores[name] = [...(scores[name] ?? []), (score ?? 0) * 100];
        }
      }
      for (const [name, goal] of Object.entries(categories)) {
        figures.push({
          what: `Lighthouse ${name}, ${device}, \`${page}\``,
          goal: `≥ ${goal}`,
          samples: scores[name] ?? [],
          unit: '',
        });
      }
    }
    return figures;
  } finally {
    chromium.kill();
  }
}
