import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { ChevronDown } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { TicketProperties_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/Button.js';
import type { TicketChange } from '../changes/ticketChange.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from '../glyphs.js';
import { CategoryMenu, PriorityMenu, StatusMenu } from '../PropertyMenus.js';
import { categoryNames, nextSteps, priorityNames, statusNames } from '../vocabulary.js';

gql`
  fragment TicketProperties_ticket on Ticket {
    id
    status
    priority
    category
  }
`;

export type PropertyName = 'status' | 'priority' | 'category';

export interface PropertyControls {
  openMenu: PropertyName | null;
  onOpenMenu: (name: PropertyName | null) => void;
  onChange: (change: TicketChange) => void;
}

interface TicketPropertiesProps extends PropertyControls {
  ticket: FragmentType<typeof TicketProperties_TicketFragmentDoc>;
}

/** The three properties in a row: status as a split button, its left half for any status, its right half for the next one. */
export function TicketProperties({ ticket: reference, openMenu, onOpenMenu, onChange }: TicketPropertiesProps) {
  const { data: ticket, complete } = useFragment({ fragment: TicketProperties_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  const menu = (name: PropertyName) => ({
    open: openMenu === name,
    onOpenChange: (open: boolean) => onOpenMenu(open ? name : null),
  });
  const step = nextSteps[ticket.status];
  const chevron = <ChevronDown size={12} strokeWidth={1.5} className="-ml-0.5 max-rail:hidden" aria-hidden />;
  return (
    <div className="my-3 mb-4 flex flex-wrap gap-1.5 max-rail:[&_button]:h-10">
      <div className="inline-flex">
        <StatusMenu
          {...menu('status')}
          value={ticket.status}
          onChange={(status) => onChange({ status })}
          trigger={
            <Button className="rounded-r-none max-rail:rounded-2" aria-label={`Status: ${statusNames[ticket.status]}`}>
              <StatusGlyph status={ticket.status} />
              {statusNames[ticket.status]}
              {chevron}
            </Button>
          }
        />
        <Button className="-ml-px rounded-l-none max-rail:hidden" onClick={() => onChange({ status: step.status })}>
          {step.verb}
        </Button>
      </div>
      <PriorityMenu
        {...menu('priority')}
        value={ticket.priority}
        onChange={(priority) => onChange({ priority })}
        trigger={
          <Button aria-label={`Priority: ${priorityNames[ticket.priority]}`}>
            <PriorityGlyph priority={ticket.priority} />
            {priorityNames[ticket.priority]}
            {chevron}
          </Button>
        }
      />
      <CategoryMenu
        {...menu('category')}
        value={ticket.category}
        onChange={(category) => onChange({ category })}
        trigger={
          <Button aria-label={`Category: ${categoryNames[ticket.category]}`}>
            <CategoryGlyph category={ticket.category} />
            {categoryNames[ticket.category]}
            {chevron}
          </Button>
        }
      />
    </div>
  );
}
