/** Where the parts of the flow chart lie, in pixels from its top and left. */
import { scaleBand } from 'd3-scale';
import { useMemo } from 'react';
import type { Bar } from './flow.js';

/** Room for the labels of the grid lines. */
export const LEFT = 30;
export const FLOW = { top: 8, zero: 130, bottom: 252 };
export const BACKLOG = { top: 292, bottom: 338 };
export const AXIS_Y = 356;
export const HEIGHT = 362;

const MANY_BARS = 40;
/** Wider bars say no more. */
const WIDEST_BAR = 26;

/** The horizontal place of each bar, the same for bars, line and axis. */
export function useBands(bars: Bar[], width: number) {
  return useMemo(() => {
    const gap = bars.length > MANY_BARS ? 0.2 : 0.28;
    const bands = scaleBand<number>(bars.keys(), [LEFT, width]).paddingInner(gap);
    const breadth = Math.min(WIDEST_BAR, bands.bandwidth());
    const middle = (index: number) => (bands(index) ?? LEFT) + bands.bandwidth() / 2;
    return { left: (index: number) => middle(index) - breadth / 2, middle, breadth, step: bands.step() };
  }, [bars, width]);
}
