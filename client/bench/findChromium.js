import { existsSync, globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The browser named in CHROMIUM_PATH, the one that the browser tests unpacked, or an installed one. */
export function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...globSync(`${repository}.cache/chromium-*/chromium`),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error('No Chromium found. Name one in CHROMIUM_PATH.');
  return found;
}
