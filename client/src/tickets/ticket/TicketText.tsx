import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Suspense, useEffect, useMemo } from 'react';
import { gql } from '../../apollo/gql.js';
import { FileList } from '../../files/FileList.js';
import { TicketText_TicketFragmentDoc } from '../../gql/graphql.js';
import { lazyPart } from '../../ui/lazyPart.js';
import { PartBoundary } from '../../ui/PartBoundary.js';
import { rememberWords } from '../changes/wordsVersions.js';
import { OriginalMail } from '../original/OriginalMail.js';
import { evidenceOf } from '../suggestion/suggestionWords.js';

const Markdown = lazyPart(async () => (await import('./Markdown.js')).Markdown);

gql`
  fragment TicketText_ticket on Ticket {
    id
    number
    version
    description
    hasOriginal
    attachments(first: 50) {
      edges {
        cursor
        node {
          id
          ...FileList_attachment
        }
      }
    }
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
  const { data: ticket, complete } = useFragment({
    fragment: TicketText_TicketFragmentDoc,
    fragmentName: 'TicketText_ticket',
    from: reference,
  });
  const suggestion = complete ? ticket.suggestion : null;
  const evidence = useMemo(() => evidenceOf(suggestion), [suggestion]);
  useEffect(() => {
    if (complete) rememberWords(ticket.id, ticket);
  }, [complete, ticket]);
  if (!complete) return null;
  const plain = (
    <p className="text-14 wrap-anywhere whitespace-pre-wrap" dir="auto">
      {ticket.description}
    </p>
  );
  return (
    <>
      <PartBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <Markdown text={ticket.description} evidence={evidence} />
        </Suspense>
      </PartBoundary>
      <FileList attachments={ticket.attachments} />
      {ticket.hasOriginal && <OriginalMail path={`tickets/${ticket.number}`} />}
    </>
  );
}
