import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Check, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { type SuggestionCard_TicketFragment, SuggestionCard_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button, IconButton } from '../../ui/Button.js';
import { Confidence } from '../../ui/Confidence.js';
import { formatNumber } from '../../ui/time.js';
import { CategoryGlyph, PriorityGlyph, TriageGlyph } from '../glyphs.js';
import { categoryNames, priorityNames } from '../vocabulary.js';
import { describeOutcome, describeSource } from './suggestionWords.js';
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
        outcome
      }
      priority {
        value
        confidence
        belowThreshold
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
        <Head source={asking ? 'is reading' : 'has not seen this ticket'}>{again}</Head>
      </section>
    );
  return (
    <section aria-label="Triage suggestion" aria-busy={asking} className={card}>
      <Head source={asking ? 'is reading' : describeSource(suggestion)}>
        <span className="digits text-12 text-meta">{formatNumber(suggestion.latencyMs)} ms</span>
      </Head>
      <div className="px-3 py-2.5">
        <ProposalLine name="Category" {...suggestion.category}>
          <CategoryGlyph category={suggestion.category.value} size={14} />
          {categoryNames[suggestion.category.value]}
        </ProposalLine>
        <ProposalLine name="Priority" {...suggestion.priority}>
          <PriorityGlyph priority={suggestion.priority.value} size={14} />
          {priorityNames[suggestion.priority.value]}
        </ProposalLine>
      </div>
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

function Head({ source, children }: { source: string; children: ReactNode }) {
  return (
    <div className="flex h-[38px] items-center gap-2 px-3">
      <TriageGlyph />
      <h2 className="font-medium">Triage</h2>
      <span className="cut grow text-12 text-meta">{source}</span>
      {children}
    </div>
  );
}

type Proposal = { name: string; confidence: number; belowThreshold: boolean; children: ReactNode };

function ProposalLine({ name, confidence, belowThreshold, children }: Proposal) {
  return (
    <div className="grid h-6 grid-cols-[68px_minmax(0,1fr)_auto] items-center gap-2">
      <span className="text-12 text-meta">{name}</span>
      <span className="flex items-center gap-1.5 text-12 text-body">
        {children}
        {belowThreshold && <span className="cut text-meta">· not sure, so the default is set</span>}
      </span>
      <Confidence value={confidence} />
    </div>
  );
}

/** Why: the tickets it learned from and the words it quotes. */
function Reasons({ suggestion }: { suggestion: NonNullable<SuggestionCard_TicketFragment['suggestion']> }) {
  const { search } = useLocation();
  const { rationale, quote, learnedFrom } = suggestion;
  if (!rationale && !quote && learnedFrom.length === 0) return null;
  return (
    <div className="px-3 py-2.5 text-body">
      {rationale}
      {learnedFrom.length > 0 && (
        <span>
          {' Close to '}
          {learnedFrom.map(({ id, number }, index) => (
            <span key={id}>
              {index > 0 && (index === learnedFrom.length - 1 ? ' and ' : ', ')}
              <Link
                to={`/tickets/${number}${search}`}
                className="text-accent underline decoration-accent-line underline-offset-2 hover:decoration-current"
              >
                T-{number}
              </Link>
            </span>
          ))}
          .
        </span>
      )}
      {quote && <blockquote className="mt-1.5 border-l-2 border-accent pl-2.5 text-strong">“{quote}”</blockquote>}
    </div>
  );
}
