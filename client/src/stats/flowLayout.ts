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

/** The horizontal place of each bar, the same for bars, line and axis. */
export function useBands(bars: Bar[], width: number) {
  return useMemo(() => {
    const gap = bars.length > MANY_BARS ? 0.2 : 0.28;
    const bands = scaleBand<number>(bars.keys(), [LEFT, width]).paddingInner(gap);
    const left = (index: number) => bands(index) ?? LEFT;
    const breadth = bands.bandwidth();
    return { left, middle: (index: number) => left(index) + breadth / 2, breadth, step: bands.step() };
  }, [bars, width]);
}
