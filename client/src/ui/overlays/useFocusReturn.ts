import { useCallback, useState } from 'react';

/**
 * For a dialog without a trigger: gives the focus back to what had it when the dialog appeared. Where that is gone, as the
 * row of a deleted ticket is, the page itself takes it, so that the next Tab begins there.
 */
export function useFocusReturn(): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return useCallback(
    (event) => {
      event.preventDefault();
      // Whoever closed the dialog may have moved the focus on purpose.
      if (document.activeElement && document.activeElement !== document.body) return;
      const target = before instanceof HTMLElement && before.isConnected ? before : document.getElementById('main');
      target?.focus({ preventScroll: true });
    },
    [before],
  );
}
