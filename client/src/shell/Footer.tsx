import { type ReactNode, useState } from 'react';
import type { Shortcut } from '../keyboard/shortcuts.js';
import { useActiveShortcuts } from '../keyboard/useShortcuts.js';
import { timeZonePreference, unknownBrowserTimeZone, useTimeZone } from '../time/timeZone.js';
import { Kbd } from '../ui/controls/Kbd.js';
import { usePreference } from '../ui/preference.js';
import { LiveSign } from './LiveSign.js';
import { TimeZoneDialog } from './TimeZoneDialog.js';

const HINTS = 6;

const isAllKeys = ({ keys }: Shortcut) => keys === '?';

/** The keys that help here at the left, the state of triage and the time zone at the right. */
export function Footer({ triage }: { triage: ReactNode }) {
  const hints = useActiveShortcuts().filter(({ hint }) => hint);
  const [allKeys, others] = [hints.filter(isAllKeys), hints.filter((hint) => !isAllKeys(hint))];
  const [choosing, setChoosing] = useState(false);
  const timeZone = useTimeZone();
  const refused = usePreference(timeZonePreference) === null ? unknownBrowserTimeZone : null;
  return (
    <footer className="flex items-center gap-4 overflow-hidden pr-3 pl-1 text-11 whitespace-nowrap text-meta max-rail:hidden">
      {/* What does not fit wraps out of sight, whole. */}
      <span className="hidden h-(--h-footer) min-w-0 flex-wrap gap-x-3 overflow-hidden mouse:flex">
        {[...others.slice(0, HINTS), ...allKeys].map(({ keys, label }) => (
          <span key={keys} className="flex h-(--h-footer) items-center gap-[5px]">
            <Kbd keys={keys} />
            {label}
          </span>
        ))}
      </span>
      <span className="grow" />
      <LiveSign />
      {triage}
      <button type="button" className="hit rounded-1 px-1 hover:text-body" onClick={() => setChoosing(true)}>
        Times in {timeZone.replaceAll('_', ' ')}
        {refused !== null && <span>: this browser’s zone “{refused}” is unknown</span>}
      </button>
      <TimeZoneDialog open={choosing} onOpenChange={setChoosing} />
    </footer>
  );
}
