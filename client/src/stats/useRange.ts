import { useSearchParams } from 'react-router';
import { useShortcuts } from '../keyboard/useShortcuts.js';

export const ranges = [
  { value: '7', name: '7 d', title: 'The last 7 days' },
  { value: '30', name: '30 d', title: 'The last 30 days' },
  { value: '90', name: '90 d', title: 'The last 90 days' },
  { value: '365', name: '1 y', title: 'The last year' },
] as const;

export type Range = (typeof ranges)[number]['value'];

const usual: Range = '30';

/** How far back the dashboard looks, kept in the address and stepped by key. */
export function useRange() {
  const [params, setParams] = useSearchParams();
  const range = ranges.find(({ value }) => value === params.get('days'))?.value ?? usual;
  const change = (next: Range) => setParams(next === usual ? {} : { days: next });
  /** To the next longer or shorter one, where there is one. */
  const step = (by: 1 | -1) => {
    const next = ranges[ranges.findIndex(({ value }) => value === range) + by];
    if (next) change(next.value);
  };
  useShortcuts([
    { keys: '[', label: 'shorter range', hint: true, run: () => step(-1) },
    { keys: ']', label: 'longer range', hint: true, run: () => step(1) },
  ]);
  return { range, days: Number(range), change };
}
