import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Button } from '../ui/Button.js';
import { Badge } from '../ui/Chip.js';
import { Field } from '../ui/Field.js';

interface ProposedSelectProps {
  label: string;
  icon: ReactNode;
  /** The word for the value in force, whoever set it; null while nobody did. */
  value: string | null;
  /** The value is what triage proposed. */
  suggested: boolean;
  error: string | null;
  /** Hangs the menu from the button that opens it. */
  menu: (trigger: ReactElement<ComponentProps<'button'>>) => ReactNode;
}

/** A choice that triage may fill in: marked while the value is its own, left to the server while there is none. */
export function ProposedSelect({ label, icon, value, suggested, error, menu }: ProposedSelectProps) {
  const shown = value ?? 'Left to triage';
  return (
    <Field label={label} hint={suggested ? <Badge>suggested</Badge> : undefined} error={error} className="min-w-0">
      {(control) =>
        menu(
          <Button
            {...control}
            size="lg"
            aria-label={`${label}: ${shown}${suggested ? ', suggested' : ''}`}
            className="w-full max-rail:h-11"
          >
            {/* Wrapped, because a button greys the icons that are its own. */}
            <span className="contents">{icon}</span>
            <span className={value ? 'cut' : 'cut font-normal text-meta'}>{shown}</span>
            <span className="grow" />
            <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
          </Button>,
        )
      }
    </Field>
  );
}
