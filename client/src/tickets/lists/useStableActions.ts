import { useLayoutEffect, useRef, useState } from 'react';

/**
 * One object for the life of the component whose functions always do what the latest render meant. Memoised rows can hold it
 * without being drawn again.
 */
export function useStableActions<T extends object>(actions: T): T {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState(
    () =>
      new Proxy(actions, {
        get: (_, name) => Reflect.get(latest.current, name),
      }),
  );
  return stable;
}
