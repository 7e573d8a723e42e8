import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketAside_TicketFragmentDoc } from '../../gql/graphql.js';
import { AssigneeButton } from '../../people/AssigneeButton.js';
import { useSession } from '../../session/session.js';
import { useNow } from '../../time/Time.js';
import { formatMoment, formatSpan } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { Button } from '../../ui/controls/Button.js';
import { Kbd } from '../../ui/controls/Kbd.js';
import { controlOf, PropertyMenu } from '../PropertyMenu.js';
import { describeProperty, PropertyValue, properties, propertyOrder } from '../properties.js';
import { isFinished, nextSteps } from '../vocabulary.js';
import type { PropertyControls } from './TicketProperties.js';

gql`
  fragment TicketAside_ticket on Ticket {
    id
    number
    status
    priority
    category
    createdAt
    resolvedAt
    assignee {
      id
      displayName
    }
    team {
      id
      name
    }
  }
`;

interface TicketAsideProps extends PropertyControls {
  ticket: FragmentType<typeof TicketAside_TicketFragmentDoc>;
  onResolveAndNext: () => void;
}

/** The properties beside the words, on a page of their own width. */
export function TicketAside({ ticket: reference, onChange, onResolveAndNext, ...control }: TicketAsideProps) {
  const { data: ticket, complete } = useFragment({ fragment: TicketAside_TicketFragmentDoc, from: reference });
  const timeZone = useTimeZone();
  const now = useNow();
  const { user } = useSession();
  if (!complete) return null;
  const step = nextSteps[ticket.status];
  const end = ticket.resolvedAt ? Date.parse(ticket.resolvedAt) : now;
  return (
    <>
      <div className="mb-4 flex gap-2">
        {!isFinished(ticket.status) && (
          <Button tone="primary" size="lg" keys="e" className="grow" onClick={onResolveAndNext}>
            <Check size={16} strokeWidth={1.5} aria-hidden />
            Resolve and next
          </Button>
        )}
        <Button size="lg" onClick={() => onChange({ status: step.status })}>
          {step.verb}
        </Button>
      </div>
      <dl>
        {propertyOrder.map((property) => (
          <Line key={property} name={properties[property].label}>
            <PropertyMenu
              {...controlOf(property, control)}
              property={property}
              value={ticket[property]}
              onChange={onChange}
              trigger={
                <ValueButton keys={properties[property].keys} name={describeProperty(property, ticket[property])}>
                  <PropertyValue property={property} value={ticket[property]} />
                </ValueButton>
              }
            />
          </Line>
        ))}
        {user && (
          <Line name="Assignee">
            <AssigneeButton
              ticket={ticket}
              named
              className="-mx-2 h-7 w-[calc(100%+16px)] px-2 font-medium hover:bg-hover"
            />
          </Line>
        )}
        {ticket.team && (
          <Line name="Team">
            <span className="text-body">{ticket.team.name}</span>
          </Line>
        )}
        <Line name="Created">
          <span className="digits text-body">{formatMoment(ticket.createdAt, timeZone)}</span>
        </Line>
        {ticket.resolvedAt && (
          <Line name="Resolved">
            <span className="digits text-body">{formatMoment(ticket.resolvedAt, timeZone)}</span>
          </Line>
        )}
        <Line name={ticket.resolvedAt ? 'Took' : 'Open for'}>
          <span className="digits text-body">{formatSpan(end - Date.parse(ticket.createdAt))}</span>
        </Line>
      </dl>
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid min-h-8 grid-cols-[84px_minmax(0,1fr)] items-center">
      <dt className="text-12 text-meta">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Menus pass their own props and ref to the trigger: everything unknown goes through to the button. */
function ValueButton({
  name,
  keys,
  children,
  ...trigger
}: React.ComponentProps<'button'> & { name: string; keys: string }) {
  return (
    <button
      type="button"
      aria-label={name}
      className="-mx-2 flex h-7 w-[calc(100%+16px)] items-center gap-1.5 rounded-2 px-2 font-medium hover:bg-hover data-[state=open]:bg-active"
      {...trigger}
    >
      {children}
      <Kbd keys={keys} className="ml-auto" />
    </button>
  );
}
