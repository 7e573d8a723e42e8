import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Eye, PenLine } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { type PresenceLine_TicketFragment, PresenceLine_TicketFragmentDoc } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { useFollowPresence } from './useFollowPresence.js';

gql`
  fragment PresenceLine_ticket on Ticket {
    id
    presence {
      doing
      user {
        id
        displayName
      }
    }
  }
`;

type Somebody = PresenceLine_TicketFragment['presence'][number];

/** Says who else is here, and most of all who writes already: so that nobody answers twice. */
export function PresenceLine({ ticket: reference }: { ticket: FragmentType<typeof PresenceLine_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: PresenceLine_TicketFragmentDoc, from: reference });
  const { user } = useSession();
  useFollowPresence(complete && user ? ticket.id : null);
  const others = complete ? ticket.presence.filter(({ user: { id } }) => id !== user?.id) : [];
  const writing = others.filter(({ doing }) => doing === 'WRITING_REPLY');
  const said =
    writing.length > 0 ? `${names(writing)} writing a reply` : others.length > 0 ? `${names(others)} here` : null;
  return (
    <div role="status" className="mx-auto max-w-(--w-reading) print:hidden">
      {said !== null && (
        <p
          data-tone={writing.length > 0 ? 'warn' : 'plain'}
          className="flex items-center gap-2 px-1 pb-1.5 text-12 text-meta data-[tone=warn]:text-warn"
        >
          {writing.length > 0 ? (
            <PenLine size={14} strokeWidth={1.5} aria-hidden />
          ) : (
            <Eye size={14} strokeWidth={1.5} aria-hidden />
          )}
          <span className="cut" dir="auto">
            {said}
          </span>
        </p>
      )}
    </div>
  );
}

/** Lea is; Lea and Tom are; Lea and 2 others are. */
function names(people: readonly Somebody[]): string {
  const [first, second, ...more] = people.map(({ user }) => user.displayName);
  if (second === undefined) return `${first} is`;
  return more.length === 0 ? `${first} and ${second} are` : `${first} and ${more.length + 1} others are`;
}
