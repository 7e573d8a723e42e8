import { browserTimeZone, timeZonePreference } from '../time/timeZone.js';
import { Button } from '../ui/controls/Button.js';
import { Field } from '../ui/controls/Field.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { usePreference } from '../ui/preference.js';

interface TimeZoneChoiceProps {
  onOpenChange: (open: boolean) => void;
}

/** Days, charts and times follow this choice; without one they follow the browser. */
export function TimeZoneChoice({ onOpenChange }: TimeZoneChoiceProps) {
  const chosen = usePreference(timeZonePreference);
  return (
    <Dialog
      title="Time zone"
      description="Times are shown, and days begin, in this zone. It is kept in this browser."
      open
      onOpenChange={onOpenChange}
    >
      <Field label="Zone" className="mt-4">
        {(control) => (
          <select
            {...control}
            value={chosen ?? ''}
            className="h-9 w-full rounded-2 border border-control bg-surface pr-1 pl-2 text-14"
            onChange={(event) => timeZonePreference.write(event.target.value || null)}
          >
            <option value="">This browser ({browserTimeZone})</option>
            <option value="UTC">UTC</option>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="mt-5 flex justify-end">
        <Button tone="primary" size="lg" onClick={() => onOpenChange(false)}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
