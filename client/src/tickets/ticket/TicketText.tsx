import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense, useEffect } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketText_TicketFragmentDoc } from '../../gql/graphql.js';
import { rememberWords } from '../changes/wordsVersions.js';

const Markdown = lazy(() => import('./Markdown.js').then((module) => ({ default: module.Markdown })));

gql`
  fragment TicketText_ticket on Ticket {
    id
    version
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
  useEffect(() => {
    if (complete) rememberWords(ticket.id, ticket);
  }, [complete, ticket]);
  if (!complete) return null;
  return (
    <Suspense
      fallback={
        <p className="text-14 whitespace-pre-wrap" dir="auto">
          {ticket.description}
        </p>
      }
    >
      <Markdown text={ticket.description} evidence={ticket.suggestion?.quote ?? null} />
    </Suspense>
  );
}
