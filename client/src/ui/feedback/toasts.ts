/**
 * The short messages at the lower edge. A store outside React, because mutations that outlive their component report here;
 * Toaster shows it. At most three at a time: the oldest makes room.
 */
import { createStore, type ReadableStore } from '../store.js';

export interface Toast {
  id: number;
  message: string;
  tone: 'plain' | 'danger';
  action: { label: string; run: () => void; keys?: string } | null;
  /** How far the work is that the message speaks of, between 0 and 1; null where there is none. Such a message stays. */
  progress: number | null;
}

interface ToastOptions {
  tone?: Toast['tone'];
  action?: NonNullable<Toast['action']> | null;
  progress?: number | null;
}

const LIMIT = 3;
const toasts = createStore<readonly Toast[]>([]);
let nextId = 1;

function makeToast(
  id: number,
  message: string,
  { tone = 'plain', action = null, progress = null }: ToastOptions,
): Toast {
  return { id, message, tone, action, progress };
}

export function showToast(message: string, options: ToastOptions = {}): number {
  const toast = makeToast(nextId++, message, options);
  toasts.publish([...toasts.read(), toast].slice(-LIMIT));
  return toast.id;
}

/** Says something else in the same place; a message that is gone stays gone. */
export function changeToast(id: number, message: string, options: ToastOptions = {}): void {
  toasts.publish(toasts.read().map((toast) => (toast.id === id ? makeToast(id, message, options) : toast)));
}

export function dismissToast(id: number): void {
  toasts.publish(toasts.read().filter((toast) => toast.id !== id));
}

/** Runs the newest action that answers to this key, if one is still on screen. */
export function runToastAction(keys: string): boolean {
  const toast = toasts.read().findLast(({ action }) => action?.keys === keys);
  if (!toast?.action) return false;
  dismissToast(toast.id);
  toast.action.run();
  return true;
}

export const toastStore: ReadableStore<readonly Toast[]> = toasts;
