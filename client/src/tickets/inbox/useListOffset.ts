import { useLayoutEffect, useState } from 'react';
import { useNavigationType } from 'react-router';

/** How far each list was scrolled when it was left, by its address. */
const offsets = new Map<string, number>();

/** Back returns to the place in the list; any other way begins at its top. */
export function useListOffset(address: string, current: () => number): number {
  const isReturn = useNavigationType() === 'POP';
  const [initial] = useState(() => (isReturn ? (offsets.get(address) ?? 0) : 0));
  // A layout effect: when an ordinary one is cleaned up, the list is gone and its offset with it.
  useLayoutEffect(() => () => void offsets.set(address, current()), [address, current]);
  return initial;
}
