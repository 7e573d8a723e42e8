/** The events of a ticket's trail as sentences, each with the mark that stands before it. */
import {
  AlarmClock,
  AlarmClockOff,
  ArrowDown,
  ArrowRight,
  ArrowUp,
  type LucideIcon,
  Merge,
  Pencil,
  Plus,
  Siren,
  Tag,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { EventLine_EventFragment } from '../gql/graphql.js';
import { type Property, type PropertyValues, properties } from '../tickets/properties.js';
import { Moment } from '../time/Moment.js';

export type TrailEvent = EventLine_EventFragment;

interface Described {
  icon: LucideIcon;
  sentence: ReactNode;
}

const origins = {
  WEB: 'Submitted',
  API: 'Submitted',
  TRIAGE: 'Submitted',
  IMPORT: 'Brought in',
  MAIL: 'Submitted by e-mail',
  SYSTEM: 'Submitted',
} satisfies Record<TrailEvent['source'], string>;

/** How a change came in, where it did not come from this client. */
const suffixes = {
  WEB: ' through GraphQL',
  API: ' through REST',
  TRIAGE: ' by triage',
  IMPORT: ' by an import',
  MAIL: '',
  SYSTEM: ' by the desk',
} satisfies Record<TrailEvent['source'], string>;

/** What follows the sentence; an e-mail's says it itself. */
export function describeDoor({ byWebClient, source, type }: TrailEvent): string {
  if (byWebClient) return '';
  return source === 'MAIL' && type !== 'CREATED' ? ' by e-mail' : suffixes[source];
}

export function describeEvent({ type, source, byWebClient, field, from, to }: TrailEvent): Described {
  if (type === 'CREATED') return { icon: Plus, sentence: byWebClient ? 'Submitted from the form' : origins[source] };
  if (type === 'DELETED') return { icon: Trash2, sentence: 'Deleted' };
  if (field && field in properties) return describeStep(field as Property, from, to);
  if (field === 'snooze') return describeSnooze(to);
  if (field === 'merged_ticket')
    return { icon: Merge, sentence: to ? `Merged T-${to} into this ticket` : `Took T-${from} apart again` };
  if (field === 'merged_into')
    return { icon: Merge, sentence: to ? `Merged into T-${to}` : `Taken apart from T-${from}` };
  if (field === 'incident')
    return { icon: Siren, sentence: to ? `Added to incident T-${to}` : `Removed from incident T-${from}` };
  if (field === 'incident_ticket')
    return {
      icon: Siren,
      sentence: to ? `T-${to} was added to this incident` : `T-${from} was removed from this incident`,
    };
  return { icon: Pencil, sentence: field ? `Changed the ${field}` : 'Changed' };
}

/** The trail keeps the instant at which it ends, or the word for an answer. */
function describeSnooze(until: string | null | undefined): Described {
  if (!until) return { icon: AlarmClockOff, sentence: 'Back from its snooze' };
  return {
    icon: AlarmClock,
    sentence:
      until === 'answer' ? (
        'Snoozed until an answer'
      ) : (
        <>
          Snoozed until <Moment instant={until} />
        </>
      ),
  };
}

function describeStep<P extends Property>(property: P, from: string | null | undefined, to: string | null | undefined) {
  const { values } = properties[property];
  // The trail keeps values as REST spells them.
  const [before, after] = [from, to].map((text) => values.find((value) => value === text?.toUpperCase()));
  if (!before || !after) return { icon: Pencil, sentence: `Changed the ${property}` };
  const { icon, verb } = wordsOf(property, values.indexOf(before) - values.indexOf(after));
  return {
    icon,
    sentence: (
      <>
        {verb}: <Value property={property} value={before} className="text-meta line-through" /> to{' '}
        <Value property={property} value={after} className="font-medium text-strong" />
      </>
    ),
  };
}

/** `rise` is positive where a priority became more urgent: the most urgent comes first. */
function wordsOf(property: Property, rise: number): { icon: LucideIcon; verb: string } {
  if (property === 'status') return { icon: ArrowRight, verb: 'Status' };
  if (property === 'category') return { icon: Tag, verb: 'Moved' };
  return rise > 0 ? { icon: ArrowUp, verb: 'Priority raised' } : { icon: ArrowDown, verb: 'Priority lowered' };
}

interface ValueProps<P extends Property> {
  property: P;
  value: PropertyValues[P];
  className: string;
}

function Value<P extends Property>({ property, value, className }: ValueProps<P>) {
  const { glyph, names } = properties[property];
  return (
    <span className="whitespace-nowrap">
      <span className="mr-[3px] inline-flex align-[-3px]">{glyph(value, 14)}</span>
      <span className={className}>{names[value]}</span>
    </span>
  );
}
