import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketText_TicketFragmentDoc } from '../../gql/graphql.js';
import { Time } from '../../ui/Time.js';

const Markdown = lazy(() => import('./Markdown.js').then((module) => ({ default: module.Markdown })));

gql`
  fragment TicketText_ticket on Ticket {
    id
    title
    description
    createdAt
    updatedAt
    version
    suggestion {
      id
      quote
    }
  }
`;

/** The words of the person who asked, with what triage quoted from them marked as evidence. */
export function TicketText({ ticket: reference }: { ticket: FragmentType<typeof TicketText_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: TicketText_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  return (
    <>
      <h2 className="text-22 font-semibold tracking-[var(--track-title)] text-balance break-words max-rail:text-20">
        {ticket.title}
      </h2>
      <p className="mt-1 mb-5 text-12 text-meta">
        Submitted <Time instant={ticket.createdAt} />
        {ticket.version > 1 && (
          <>
            {' · changed '}
            <Time instant={ticket.updatedAt} />
          </>
        )}
      </p>
      <Suspense fallback={<p className="text-14 whitespace-pre-wrap">{ticket.description}</p>}>
        <Markdown text={ticket.description} evidence={ticket.suggestion?.quote ?? null} />
      </Suspense>
    </>
  );
}
