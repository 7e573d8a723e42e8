import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const screens = { inbox: '/', 'new ticket': '/new', dashboard: '/dashboard' };
const categories = ['performance', 'accessibility', 'best-practices'];

/** Lighthouse's desktop scores, 0 to 100, per screen. */
export async function measureLighthouse(url, chromePath) {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox'] });
  const scores = {};
  try {
    for (const [name, path] of Object.entries(screens)) {
      const options = { port: chrome.port, onlyCategories: categories, logLevel: 'error' };
      const { lhr } = await lighthouse(url + path, options, desktopConfig);
      for (const id of categories) scores[`Lighthouse ${id}, ${name}`] = lhr.categories[id].score * 100;
    }
  } finally {
    chrome.kill();
  }
  return scores;
}
