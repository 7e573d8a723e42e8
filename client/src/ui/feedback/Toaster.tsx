import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../controls/Button.js';
import { useStore } from '../store.js';
import { ProgressBar } from './ProgressBar.js';
import { dismissToast, type Toast, toastStore } from './toasts.js';

const LIFETIME_MS = 6000;

/** The region exists before any message, or screen readers would not announce the first one. */
export function Toaster() {
  const toasts = useStore(toastStore);
  return (
    <section
      aria-label="Notifications"
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-10 z-(--z-toast) flex flex-col items-end gap-2 max-rail:inset-x-2 max-rail:bottom-16 max-rail:items-stretch print:hidden"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { action, progress } = toast;
  const stays = held || progress !== null;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), LIFETIME_MS);
    return () => clearTimeout(timer);
  }, [stays, toast.id]);

  const Icon = toast.tone === 'danger' ? CircleAlert : CircleCheck;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering and focusing only hold the timer; the controls are inside.
    <div
      className="pointer-events-auto flex max-w-[min(560px,calc(100vw-32px))] items-center gap-2 rounded-3 border border-line bg-raised py-[7px] pr-[7px] pl-3 shadow-lift motion-safe:animate-appear"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} strokeWidth={1.5} className={toast.tone === 'danger' ? 'text-danger' : 'text-good'} aria-hidden />
      <span className="line-clamp-4 min-w-0 grow wrap-anywhere">{toast.message}</span>
      {progress !== null && <ProgressBar label={toast.message} value={progress} className="w-24" />}
      {action && (
        <Button
          tone="ghost"
          size="sm"
          {...(action.keys ? { keys: action.keys } : {})}
          onClick={() => {
            dismissToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" size="sm" icon={<X size={14} aria-hidden />} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
