import { useFragment } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { RequesterCard } from '../conversation/RequesterCard.js';
import { TriageTicket_TicketFragmentDoc } from '../gql/graphql.js';
import { PropertyValue, properties } from '../tickets/properties.js';
import { SimilarPage } from '../tickets/similar/SimilarPage.js';
import { DecidingWords } from '../tickets/suggestion/DecidingWords.js';
import { LearnedFrom } from '../tickets/suggestion/LearnedFrom.js';
import { Proposals } from '../tickets/suggestion/Proposals.js';
import { SuggestionHead } from '../tickets/suggestion/SuggestionHead.js';
import { describeSource } from '../tickets/suggestion/suggestionWords.js';
import { TicketText } from '../tickets/ticket/TicketText.js';
import { Time } from '../time/Time.js';

gql`
  fragment TriageTicket_ticket on Ticket {
    id
    number
    title
    category
    priority
    createdAt
    requester {
      id
      displayName
    }
    suggestion {
      id
      source
      engine
      version
      rationale
      category {
        value
        confidence
        belowThreshold
        evidence
      }
      priority {
        value
        confidence
        belowThreshold
        evidence
      }
      learnedFrom {
        id
        number
      }
    }
    ...TicketText_ticket
    ...RequesterCard_ticket
  }
`;

interface TriageTicketProps {
  id: string;
  onMerge: (into: { id: string; number: number }) => void;
}

/** What is to be decided: the words, and beside them what triage thinks, why, and who asks. */
export function TriageTicket({ id, onMerge }: TriageTicketProps) {
  const { data: ticket, complete } = useFragment({
    fragment: TriageTicket_TicketFragmentDoc,
    fragmentName: 'TriageTicket_ticket',
    from: { __typename: 'Ticket' as const, id },
  });
  if (!complete) return null;
  const { suggestion } = ticket;
  return (
    <div className="mx-auto grid max-w-[1068px] grid-cols-[minmax(0,var(--w-reading))_minmax(0,380px)] content-start justify-center gap-x-12 gap-y-6 px-6 py-8 max-panel:grid-cols-[minmax(0,var(--w-reading))] max-rail:p-4">
      <article className="min-w-0">
        <p className="text-12 text-meta">
          <span>
            T-<span className="digits">{ticket.number}</span>
          </span>
          {' · '}
          <Time instant={ticket.createdAt} />
          {ticket.requester && (
            <>
              {', by '}
              <bdi className="text-body">{ticket.requester.displayName}</bdi>
            </>
          )}
        </p>
        <h2
          className="mt-1 text-22 font-semibold tracking-[var(--track-title)] text-balance wrap-anywhere max-rail:text-20"
          dir="auto"
        >
          {ticket.title}
        </h2>
        <p className="mt-1 mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-body">
          {(['priority', 'category'] as const).map((property) => (
            <span key={property} className="flex items-center gap-1.5">
              <span className="sr-only">{`${properties[property].label}:`}</span>
              <PropertyValue property={property} value={ticket[property]} size={14} />
            </span>
          ))}
        </p>
        <TicketText ticket={ticket} />
      </article>
      <aside aria-label="Triage and requester" className="min-w-0">
        <section aria-label="Triage suggestion" className="divide-y divide-hair rounded-3 border border-line">
          {suggestion ? (
            <>
              <SuggestionHead
                title="Triage suggests"
                source={describeSource(suggestion)}
                version={suggestion.version}
              />
              <Proposals {...suggestion} />
              <div className="px-3 py-2.5 wrap-anywhere text-body empty:hidden">
                {suggestion.rationale && <span>{suggestion.rationale}</span>}
                <LearnedFrom tickets={suggestion.learnedFrom} />
                <DecidingWords category={suggestion.category.evidence} priority={suggestion.priority.evidence} />
              </div>
            </>
          ) : (
            <SuggestionHead title="Triage" source="was not asked: the submitter chose" />
          )}
        </section>
        <SimilarPage number={ticket.number} onMerge={onMerge} />
        <RequesterCard ticket={ticket} />
      </aside>
    </div>
  );
}
