import { type ReactNode, useId } from 'react';
import { usePageTitle } from '../frame/usePageTitle.js';

interface SettingsSectionProps {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** One part of the settings: what it is, what it does, its one action, its things. */
export function SettingsSection({ title, lead, action, children }: SettingsSectionProps) {
  usePageTitle(`${title}, settings`);
  const id = useId();
  return (
    <section aria-labelledby={id} className="mx-auto max-w-[760px] px-6 py-6 max-rail:px-4 max-rail:py-4">
      <div className="mb-4 flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id={id} className="text-16 font-semibold">
            {title}
          </h2>
          {lead && <p className="mt-1 max-w-[560px] text-pretty text-body">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

/** One frame of lines. */
export function Lines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="rounded-3 border border-line">
      {children}
    </ul>
  );
}

interface LineProps {
  mark?: ReactNode;
  title: ReactNode;
  hint?: ReactNode;
  children?: ReactNode;
}

/** Label and hint left, control or state right; on a phone below each other. */
export function Line({ mark, title, hint, children }: LineProps) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-hair px-3 py-2 not-last:border-b">
      {mark}
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <span className="font-medium text-strong">{title}</span>
        {hint && <span className="block text-12 text-meta">{hint}</span>}
      </span>
      {children && <span className="flex flex-wrap items-center gap-2">{children}</span>}
    </li>
  );
}
