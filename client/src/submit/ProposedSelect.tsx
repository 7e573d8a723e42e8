import { ChevronDown } from 'lucide-react';
import { PropertyMenu } from '../tickets/PropertyMenu.js';
import {
  describeProperty,
  type PropertyChange,
  PropertyValue,
  type PropertyValues,
  properties,
} from '../tickets/properties.js';
import { Button } from '../ui/controls/Button.js';
import { Badge } from '../ui/controls/Chip.js';
import { Field } from '../ui/controls/Field.js';

type Proposable = 'category' | 'priority';

interface ProposedSelectProps {
  property: Proposable;
  /** The value in force, whoever set it; null while nobody did. */
  value: PropertyValues[Proposable] | null;
  /** The value is what triage proposed. */
  suggested: boolean;
  error: string | null;
  onChange: (change: PropertyChange<Proposable>) => void;
}

/** A choice that triage may fill in: marked while the value is its own, left to the server while there is none. */
export function ProposedSelect({ property, value, suggested, error, onChange }: ProposedSelectProps) {
  const { label } = properties[property];
  const name = value ? describeProperty(property, value) : `${label}: Triage decides`;
  return (
    <Field label={label} hint={suggested ? <Badge>suggested</Badge> : undefined} error={error} className="min-w-0">
      {(control) => (
        <PropertyMenu
          property={property}
          value={value}
          onChange={onChange}
          trigger={
            <Button
              {...control}
              size="lg"
              aria-label={suggested ? `${name}, suggested` : name}
              className="w-full max-rail:h-11"
            >
              {/* Wrapped, because a button greys the icons that are its own. */}
              <span className={value ? 'flex min-w-0 items-center gap-1.5' : 'cut font-normal text-meta'}>
                {value ? <PropertyValue property={property} value={value} /> : 'Triage decides'}
              </span>
              <span className="grow" />
              <ChevronDown size={14} strokeWidth={1.5} aria-hidden />
            </Button>
          }
        />
      )}
    </Field>
  );
}
