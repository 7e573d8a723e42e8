// Measures a running desk in a real browser and prints a table. See README.md.
import { chromium } from 'playwright-core';
import { findChromium } from './findChromium.js';
import { measureFilterChange } from './measures/filterChange.js';
import { measureLighthouse } from './measures/lighthouse.js';
import { measureStatusChange } from './measures/statusChange.js';
import { measureTyping } from './measures/typing.js';

const ROUNDS = 5;
const url = process.argv[2] ?? 'http://localhost:8000';
const executablePath = findChromium();

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Collects a figure per name from each round. */
async function rounds(measure) {
  const figures = new Map();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, value] of Object.entries(await measure()))
      figures.set(name, [...(figures.get(name) ?? []), value]);
  return figures;
}

async function inWindow(measure) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  try {
    return await measure(page, url);
  } finally {
    await browser.close();
  }
}

const all = [
  await rounds(() => measureLighthouse(url, executablePath)),
  await rounds(() => inWindow(measureStatusChange)),
  await rounds(() => inWindow(measureTyping)),
  await rounds(() => inWindow(measureFilterChange)),
];

console.log(`| What | Median of ${ROUNDS} | All |`);
console.log('| --- | --- | --- |');
for (const figures of all)
  for (const [name, values] of figures)
    console.log(`| ${name} | ${Math.round(median(values))} | ${values.map(Math.round).join(', ')} |`);
