import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

type LockedPackage = { dev?: boolean; optional?: boolean; devOptional?: boolean; link?: boolean };

/** Packages that `npm ci --omit=dev --omit=optional` installs; nested ones come with the folder they are in. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(packages).flatMap(([path, { dev, optional, devOptional, link }]) =>
    !/^(api\/)?node_modules\//.test(path) || dev || optional || devOptional || link ? [] : [path],
  );
}

/** A folder with what the Dockerfile of the api copies, outside of the repository, so that nothing else is found from there. */
export function layOutImage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relaydesk-image-'));
  const copied = ['package.json', 'api/package.json', 'api/dist', ...productionPackages()];
  for (const path of copied) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  cpSync(join(root, 'api/scripts'), join(folder, 'api/scripts'), {
    recursive: true,
    filter: (path) => path.endsWith('api/scripts') || path.endsWith('.mjs'),
  });
  return folder;
}
