/**
 * `node profile.mjs FILE.cpuprofile`: where the time of a profile goes, by package and by function. Idle time does not count.
 */
import { readFileSync } from 'node:fs';

const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const idle = ['(idle)', '(program)', '(root)'];

const micros = new Map();
samples.forEach((id, index) => {
  micros.set(id, (micros.get(id) ?? 0) + timeDeltas[index]);
});
const counted = nodes
  .filter(({ id, callFrame }) => micros.has(id) && !idle.includes(callFrame.functionName))
  .map(({ id, callFrame }) => ({ time: micros.get(id), ...callFrame }));
const total = counted.reduce((sum, { time }) => sum + time, 0);

function packageOf({ url, functionName }) {
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (url.startsWith('node:') || url === '') return 'node';
  const inPackage = /.*\/node_modules\/((@[^/]+\/)?[^/]+)/.exec(url);
  return inPackage?.[1] ?? url.replace(/.*\/api\//, '');
}

function print(title, nameOf, most) {
  const sums = new Map();
  for (const frame of counted) sums.set(nameOf(frame), (sums.get(nameOf(frame)) ?? 0) + frame.time);
  console.log(`\n${title}`);
  const sorted = [...sums].sort(([, one], [, other]) => other - one).slice(0, most);
  for (const [name, time] of sorted) console.log(`${((time / total) * 100).toFixed(1).padStart(6)} %  ${name}`);
}

print('By package or file', packageOf, 30);
print(
  'By function',
  (frame) => `${frame.functionName || '(anonymous)'}  ${packageOf(frame)}:${frame.lineNumber + 1}`,
  40,
);
