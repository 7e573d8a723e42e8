import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check, RotateCw } from 'lucide-react';
import { useLocation } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { type SuggestionCard_TicketFragment, SuggestionCard_TicketFragmentDoc } from '../../gql/graphql.js';
import { formatNumber } from '../../time/time.js';
import { Button, IconButton } from '../../ui/controls/Button.js';
import { DecidingWords } from '../suggestion/DecidingWords.js';
import { LearnedFrom } from '../suggestion/LearnedFrom.js';
import { Proposals } from '../suggestion/Proposals.js';
import { SuggestionHead } from '../suggestion/SuggestionHead.js';
import { describeOutcome, describeSource } from '../suggestion/suggestionWords.js';
import { useSuggestAgain } from './useSuggestAgain.js';

gql`
  fragment SuggestionCard_ticket on Ticket {
    id
    suggestion {
      id
      source
      engine
      version
      latencyMs
      rationale
      quote
      category {
        value
        confidence
        belowThreshold
        evidence
        outcome
      }
      priority {
        value
        confidence
        belowThreshold
        evidence
        outcome
      }
      learnedFrom {
        id
        number
      }
    }
  }
`;

interface SuggestionCardProps {
  ticket: FragmentType<typeof SuggestionCard_TicketFragmentDoc>;
  /** Null where there is nothing to accept. */
  onAccept: (() => void) | null;
}

const card = 'mt-5 divide-y divide-hair rounded-3 border border-line';

/** What triage said and what became of it: a colleague with a name, a confidence and a quote. */
export function SuggestionCard({ ticket: reference, onAccept }: SuggestionCardProps) {
  const { data: ticket, complete } = useFragment({ fragment: SuggestionCard_TicketFragmentDoc, from: reference });
  const { suggestAgain, asking } = useSuggestAgain();
  if (!complete) return null;
  const { suggestion } = ticket;
  const again = (
    <IconButton
      label={suggestion ? 'Suggest again' : 'Ask triage'}
      size="sm"
      disabled={asking}
      icon={<RotateCw size={14} strokeWidth={1.5} aria-hidden />}
      onClick={() => void suggestAgain(ticket.id)}
    />
  );
  if (!suggestion)
    return (
      <section aria-label="Triage suggestion" className={card}>
        <SuggestionHead title="Triage" source={asking ? 'is reading' : 'has not seen this ticket'}>
          {again}
        </SuggestionHead>
      </section>
    );
  return (
    <section aria-label="Triage suggestion" aria-busy={asking} className={card}>
      <SuggestionHead
        title="Triage"
        source={asking ? 'is reading' : describeSource(suggestion)}
        version={suggestion.version}
      >
        <span className="digits text-12 whitespace-nowrap text-meta">{formatNumber(suggestion.latencyMs)} ms</span>
      </SuggestionHead>
      <Proposals {...suggestion} />
      <Reasons suggestion={suggestion} />
      <div className="flex items-center gap-1.5 px-3 py-2.5">
        <span className="grow text-12 text-meta">
          {describeOutcome(suggestion.category.outcome, suggestion.priority.outcome).words}
        </span>
        {again}
        {onAccept && (
          <Button size="sm" keys="a" onClick={onAccept}>
            <Check size={14} strokeWidth={1.5} aria-hidden />
            Accept
          </Button>
        )}
      </div>
    </section>
  );
}

/** Why: the tickets it learned from and the words it quotes. */
function Reasons({ suggestion }: { suggestion: NonNullable<SuggestionCard_TicketFragment['suggestion']> }) {
  const { search } = useLocation();
  const { rationale, quote, learnedFrom, category, priority } = suggestion;
  const isTold =
    rationale || quote || learnedFrom.length > 0 || category.evidence.length + priority.evidence.length > 0;
  if (!isTold) return null;
  return (
    <div className="px-3 py-2.5 wrap-anywhere text-body">
      {rationale && <span>{rationale}</span>}
      <LearnedFrom tickets={learnedFrom} search={search} />
      <DecidingWords category={category.evidence} priority={priority.evidence} />
      {quote && (
        <blockquote className="mt-1.5 border-l-2 border-accent pl-2.5 text-strong" dir="auto">
          “{quote}”
        </blockquote>
      )}
    </div>
  );
}
