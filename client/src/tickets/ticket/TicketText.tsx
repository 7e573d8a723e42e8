import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { gql } from '../../apollo/gql.js';
import { TicketText_TicketFragmentDoc } from '../../gql/graphql.js';
import { rememberWords } from '../changes/wordsVersions.js';
import { evidenceOf } from '../suggestion/suggestionWords.js';

const Markdown = lazy(() => import('./Markdown.js').then((module) => ({ default: module.Markdown })));

gql`
  fragment TicketText_ticket on Ticket {
    id
    version
    description
    suggestion {
      id
      quote
      category {
        evidence
      }
      priority {
        evidence
      }
    }
  }
`;

/** The words of the person who asked, with what triage quoted from them and decided by marked as evidence. */
export function TicketText({ ticket: reference }: { ticket: FragmentType<typeof TicketText_TicketFragmentDoc> }) {
  const { data: ticket, complete } = useFragment({ fragment: TicketText_TicketFragmentDoc, from: reference });
  const suggestion = complete ? ticket.suggestion : null;
  const evidence = useMemo(() => evidenceOf(suggestion), [suggestion]);
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
      <Markdown text={ticket.description} evidence={evidence} />
    </Suspense>
  );
}
