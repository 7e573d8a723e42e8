import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { useShortcuts } from '../../keyboard/useShortcuts.js';
import { Button } from '../../ui/controls/Button.js';
import { SnoozeMenu } from './SnoozeMenu.js';
import { useSnoozeTickets } from './useSnoozeTickets.js';

/** Lets the selected tickets rest, or wakes them. */
export function BulkSnooze({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const snooze = useSnoozeTickets();
  useShortcuts([{ keys: 'h', label: 'snooze', run: () => setOpen(true) }]);
  return (
    <SnoozeMenu
      open={open}
      onOpenChange={setOpen}
      side="top"
      align="center"
      wakes
      onChoose={(choice) => {
        void snooze(ids, choice);
        onDone();
      }}
      trigger={
        <Button tone="ghost">
          <AlarmClock size={16} strokeWidth={1.5} aria-hidden />
          <span className="max-rail:sr-only">Snooze</span>
        </Button>
      }
    />
  );
}
