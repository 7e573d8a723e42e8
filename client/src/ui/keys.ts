/** What a key event means: to an input method first, and on layouts whose letters are not Latin by the place of the key. */

interface KeyPress {
  key: string;
  code: string;
  keyCode: number;
  isComposing?: boolean;
  nativeEvent?: { isComposing: boolean };
}

/** Safari ends the composition before it reports the key that ended it; only the code 229 then tells. */
const COMPOSING_KEY_CODE = 229;

/** Whether the key belongs to an input method that is composing: Enter takes its word and Escape drops it, nothing else. */
export function isComposing(event: Pick<KeyPress, 'keyCode' | 'isComposing' | 'nativeEvent'>): boolean {
  return event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === COMPOSING_KEY_CODE;
}

/** A handler of keys that leaves those of an input method alone. */
export function unlessComposing<E extends KeyPress>(handle: (event: E) => void): (event: E) => void {
  return (event) => {
    if (!isComposing(event)) handle(event);
  };
}

const printed: Record<string, string> = { Slash: '/', Backslash: '\\' };

/** The name of the key, in lower case where it is a letter. A character beyond ASCII stands for what a Latin layout has in its place. */
export function keyOf(event: Pick<KeyPress, 'key' | 'code'> & { shiftKey?: boolean }): string {
  const { key, code } = event;
  if ([...key].length !== 1) return key;
  if (key > '~') {
    const [, latin] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
    if (latin) return latin.toLowerCase();
    if (code === 'Slash' && event.shiftKey) return '?';
    return printed[code] ?? key.toLowerCase();
  }
  return key.toLowerCase();
}
