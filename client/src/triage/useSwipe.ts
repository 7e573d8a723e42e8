import { type TouchEvent, useRef } from 'react';

/** Farther than a finger trembles, and flatter than a scroll. */
const FAR = 80;
const FLAT = 0.6;

/** A finger drawn across: to the right or to the left. */
export function useSwipe({ onRight, onLeft }: { onRight: () => void; onLeft: () => void }) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart({ touches }: TouchEvent) {
      const touch = touches[0];
      start.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd({ changedTouches }: TouchEvent) {
      const [from, touch] = [start.current, changedTouches[0]];
      start.current = null;
      if (!touch || !from) return;
      const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
      if (Math.abs(across) < FAR || Math.abs(down) > Math.abs(across) * FLAT) return;
      if (across > 0) onRight();
      else onLeft();
    },
  };
}
