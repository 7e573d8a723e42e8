import { useEffect } from 'react';
import { pressKey } from './shortcuts.js';

/** The one listener for keys, mounted once around every page. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => void pressKey(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
