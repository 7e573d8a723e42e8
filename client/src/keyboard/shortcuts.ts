/**
 * Which keys do what, right now. Screens register their bindings while they are mounted; the latest registration of a key
 * wins, so a panel may take over a key of the list behind it. One listener on the window asks this registry. The footer, the
 * list of keys and the command palette all read from it: a shortcut exists once.
 */
import { isComposing, keyOf } from '../ui/keys.js';
import { createStore, type ReadableStore } from '../ui/store.js';

export interface Shortcut {
  /** A key ("j", "Escape", "?"), a combination ("mod+k") or a sequence ("g i"). */
  keys: string;
  /** A verb phrase, as shown in the footer, in the list of keys and in the palette. */
  label: string;
  /** Shown in the footer, where the most useful seven fit. */
  hint?: boolean;
  /** Left out of the palette: it makes no sense away from the keyboard. */
  keyboardOnly?: boolean;
  run: () => void;
}

const SEQUENCE_MS = 1200;
const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

let scopes: readonly (readonly Shortcut[])[] = [];
const active = createStore<readonly Shortcut[]>([]);
let prefix: { key: string; at: number } | null = null;

function publish(next: typeof scopes) {
  scopes = next;
  const byKeys = new Map<string, Shortcut>();
  for (const scope of scopes) for (const shortcut of scope) byKeys.set(shortcut.keys, shortcut);
  active.publish([...byKeys.values()]);
}

/** `beneath` puts the scope under all others, whenever it comes: effects of a frame run after those of the page inside it. */
export function registerShortcuts(scope: readonly Shortcut[], { beneath = false } = {}): () => void {
  publish(beneath ? [scope, ...scopes] : [...scopes, scope]);
  return () => publish(scopes.filter((other) => other !== scope));
}

export const shortcutStore: ReadableStore<readonly Shortcut[]> = active;

/** Runs what the key means here; answers whether it meant anything. */
export function pressKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event) || isInert(event)) return false;
  const key = describeKey(event);
  const sequence = prefix && event.timeStamp - prefix.at < SEQUENCE_MS ? `${prefix.key} ${key}` : null;
  prefix = null;
  const shortcuts = active.read();
  const shortcut = shortcuts.find(({ keys }) => keys === sequence) ?? shortcuts.find(({ keys }) => keys === key);
  if (shortcut) {
    event.preventDefault();
    shortcut.run();
    return true;
  }
  if (shortcuts.some(({ keys }) => keys.startsWith(`${key} `))) prefix = { key, at: event.timeStamp };
  return false;
}

function describeKey(event: KeyboardEvent): string {
  const key = keyOf(event);
  // Where "[" and "\\" are on a third level, Alt is part of the character, and Windows says Ctrl for it as well.
  const isThirdLevel = key.length === 1 && /[^a-z0-9]/.test(key) && event.altKey;
  const mod = (isMac ? event.metaKey : event.ctrlKey) && !(isThirdLevel && event.getModifierState('AltGraph'));
  // So is Shift of one such as "?", and named only for keys that print none.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return `${mod ? 'mod+' : ''}${event.altKey && !isThirdLevel ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`;
}

/** Plain keys are silent while a person types, or while a dialog or menu has the floor; combinations with mod still work in fields. */
function isInert(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  const typing = target?.closest(
    'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]',
  );
  if (typing) return !(isMac ? event.metaKey : event.ctrlKey);
  // Enter and space belong to the focused control.
  return (
    (event.key === 'Enter' || event.key === ' ') &&
    Boolean(target?.closest('button, [role="button"], [role="checkbox"]'))
  );
}
