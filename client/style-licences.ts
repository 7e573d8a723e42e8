/** Vite lists the licences of scripts; fonts and styles are passed on too, and theirs are added to the same file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const packages = ['@fontsource-variable/inter', '@fontsource-variable/jetbrains-mono', 'tailwindcss'];
const { resolve } = createRequire(import.meta.url);

export function addStyleLicences(fileName: string): Plugin {
  return {
    name: 'style-licences',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const list = bundle[fileName];
        if (list?.type !== 'asset') throw new Error(`The build has not written ${fileName}.`);
        list.source = [list.source.toString().trimEnd(), ...packages.map(licenceOf)].join('\n\n');
      },
    },
  };
}

function licenceOf(name: string): string {
  const file = resolve(`${name}/package.json`);
  const { version, license } = JSON.parse(readFileSync(file, 'utf8')) as { version: string; license: string };
  const text = readFileSync(join(dirname(file), 'LICENSE'), 'utf8').trim();
  return `## ${name} - ${version} (${license})\n\n${text}\n`;
}
