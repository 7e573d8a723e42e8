import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { ChevronDown } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { TicketProperties_TicketFragmentDoc } from '../../gql/graphql.js';
import { AssigneeButton } from '../../people/AssigneeButton.js';
import { useSession } from '../../session/session.js';
import { Button } from '../../ui/controls/Button.js';
import { cx } from '../../ui/cx.js';
import type { TicketChange } from '../changes/ticketChange.js';
import { controlOf, type MenuControl, PropertyMenu } from '../PropertyMenu.js';
import { describeProperty, type Property, PropertyValue } from '../properties.js';
import { nextSteps } from '../vocabulary.js';

gql`
  fragment TicketProperties_ticket on Ticket {
    id
    number
    status
    priority
    category
    assignee {
      id
      displayName
    }
  }
`;

export interface PropertyControls extends MenuControl {
  onChange: (change: TicketChange) => void;
}

interface TicketPropertiesProps extends PropertyControls {
  ticket: FragmentType<typeof TicketProperties_TicketFragmentDoc>;
}

/** The three properties in a row: status as a split button, its left half for any status, its right half for the next one. */
export function TicketProperties({ ticket: reference, onChange, ...control }: TicketPropertiesProps) {
  const { data: ticket, complete } = useFragment({ fragment: TicketProperties_TicketFragmentDoc, from: reference });
  const { user } = useSession();
  if (!complete) return null;
  const step = nextSteps[ticket.status];
  const menu = (property: Property) => (
    <PropertyMenu
      key={property}
      {...controlOf(property, control)}
      property={property}
      value={ticket[property]}
      onChange={onChange}
      trigger={
        <Button
          className={cx(property === 'status' && 'rounded-r-none max-rail:rounded-2')}
          aria-label={describeProperty(property, ticket[property])}
        >
          <PropertyValue property={property} value={ticket[property]} />
          <ChevronDown size={12} strokeWidth={1.5} className="-ml-0.5 max-rail:hidden" aria-hidden />
        </Button>
      }
    />
  );
  return (
    <div className="my-3 mb-4 flex flex-wrap gap-1.5 max-rail:[&_button]:h-10">
      <div className="inline-flex">
        {menu('status')}
        <Button className="-ml-px rounded-l-none max-rail:hidden" onClick={() => onChange({ status: step.status })}>
          {step.verb}
        </Button>
      </div>
      {menu('priority')}
      {menu('category')}
      {user && (
        <AssigneeButton ticket={ticket} named className="h-7 border border-line px-2 font-medium hover:bg-hover" />
      )}
    </div>
  );
}
