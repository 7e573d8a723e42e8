import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Suspense } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketText_TicketFragmentDoc } from '../../gql/graphql.js';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';

const Markdown = lazyPart(async () => (await import('./Markdown.js')).Markdown);

gql`
  fragment TicketText_ticket on Ticket {
    id
      description
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
  const plain = <p className="text-14 wrap-anywhere whitespace-pre-wrap">{ticket.description}</p>;
  return (
    <PartBoundary fallback={plain}>
      <Suspense fallback={plain}>
        <Markdown text={ticket.description} evidence={ticket.suggestion?.quote ?? null} />
      </Suspense>
    </PartBoundary>
  );
}
