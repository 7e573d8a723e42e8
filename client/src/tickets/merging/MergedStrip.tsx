import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Merge, Undo2 } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { MergedStrip_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button, buttonClass } from '../../ui/controls/Button.js';
import { useUnmergeTicket } from './useUnmergeTicket.js';

gql`
  fragment MergedStrip_ticket on Ticket {
    id
    number
    requester {
      id
      displayName
    }
    mergedInto {
      id
      number
      requester {
        id
      }
    }
  }
`;

/** Says of a merged ticket where it went, and takes it apart. */
export function MergedStrip({ ticket: reference }: { ticket: FragmentType<typeof MergedStrip_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: MergedStrip_TicketFragmentDoc, from: reference });
  const unmerge = useUnmergeTicket();
  if (!complete || !ticket.mergedInto) return null;
  const { number, requester, mergedInto } = ticket;
  const isOther = requester && requester.id !== mergedInto.requester?.id;
  return (
    <section aria-label="Merged" className="mb-3 rounded-2 border border-line px-3 py-2.5">
      <h2 className="flex items-center gap-2 font-medium">
        <Merge size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
        {`Merged into T-${mergedInto.number}`}
      </h2>
      <p className="mt-1 text-12 text-pretty text-body">
        {`Answers to T-${number} appear there.`}
        {isOther && (
          <>
            {' '}
            <bdi>{requester.displayName}</bdi> sees only their own messages.
          </>
        )}
      </p>
      <p className="mt-2 flex flex-wrap gap-2 max-rail:[&>*]:h-11">
        <Link className={buttonClass({ size: 'sm' })} to={`/tickets/${mergedInto.number}`}>
          {`Open T-${mergedInto.number}`}
        </Link>
        <Button size="sm" onClick={() => void unmerge(ticket)}>
          <Undo2 size={14} strokeWidth={1.5} aria-hidden />
          Take apart
        </Button>
      </p>
    </section>
  );
}
