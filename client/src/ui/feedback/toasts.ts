/**
 * The short messages at the lower edge. A store outside React, because mutations that outlive their component report here;
 * Toaster shows it. At most three at a time: the oldest makes room.
 */
export interface Toast {
  id: number;
  message: string;
  tone: 'plain' | 'danger';
  action: { label: string; run: () => void; keys?: string } | null;
}

const LIMIT = 3;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

export function showToast(
  message: string,
  options: { tone?: Toast['tone']; action?: NonNullable<Toast['action']> } = {},
): number {
  const toast: Toast = { id: nextId++, message, tone: options.tone ?? 'plain', action: options.action ?? null };
  publish([...toasts, toast].slice(-LIMIT));
  return toast.id;
}

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Runs the newest action that answers to this key, if one is still on screen. */
export function runToastAction(keys: string): boolean {
  const toast = toasts.findLast(({ action }) => action?.keys === keys);
  if (!toast?.action) return false;
  dismissToast(toast.id);
  toast.action.run();
  return true;
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => toasts,
};
