import { useEffect, useEffectEvent } from 'react';
import { useStore } from '../ui/store.js';
import { registerShortcuts, type Shortcut, shortcutStore } from './shortcuts.js';

/**
 * Binds keys while the component is mounted. The functions may change with every render; the registry is only touched when
 * the keys or labels do. The frame around all pages registers beneath them, so that a page may take over a key.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], { beneath = false } = {}): void {
  const signature = JSON.stringify(shortcuts.map(({ keys, label, hint }) => [keys, label, hint]));
  const run = useEffectEvent((keys: string) => shortcuts.find((shortcut) => shortcut.keys === keys)?.run());
  const current = useEffectEvent(() => shortcuts.map((shortcut) => ({ ...shortcut, run: () => run(shortcut.keys) })));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the shortcuts.
  useEffect(() => registerShortcuts(current(), { beneath }), [signature, beneath]);
}

/** The bindings that hold now, for whoever lists them. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useStore(shortcutStore);
}
