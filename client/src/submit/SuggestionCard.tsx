import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { X } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { SuggestionCard_SuggestionFragmentDoc } from '../gql/graphql.js';
import { useIsMember } from '../session/session.js';
import { LearnedFrom } from '../tickets/suggestion/LearnedFrom.js';
import { Proposals } from '../tickets/suggestion/Proposals.js';
import { SuggestionHead } from '../tickets/suggestion/SuggestionHead.js';
import { describeSource } from '../tickets/suggestion/suggestionWords.js';
import { IconButton } from '../ui/controls/Button.js';

gql`
  fragment SuggestionCard_suggestion on TriageSuggestion {
    id
    source
    engine
    version
    rationale
    category {
      value
      confidence
      belowThreshold
    }
    priority {
      value
      confidence
      belowThreshold
    }
    learnedFrom @include(if: $member) {
      id
      number
    }
  }
`;

const card = 'divide-y divide-hair rounded-3 border border-line';

interface SuggestionCardProps {
  suggestion: FragmentType<typeof SuggestionCard_SuggestionFragmentDoc>;
  onDismiss: () => void;
}

/** Who proposed what, how sure and why. It explains the two fields above it and can be ignored altogether. */
export function SuggestionCard({ suggestion, onDismiss }: SuggestionCardProps) {
  const { data, complete } = useFragment({
    fragment: SuggestionCard_SuggestionFragmentDoc,
    from: suggestion,
    variables: { member: useIsMember() },
  });
  if (!complete) return null;
  const { rationale, learnedFrom = [] } = data;
  return (
    <section aria-label="Triage suggestion" className={card}>
      <SuggestionHead title="Triage suggests" source={describeSource(data)} version={data.version}>
        <IconButton label="Dismiss suggestion" size="sm" icon={<X size={14} aria-hidden />} onClick={onDismiss} />
      </SuggestionHead>
      <Proposals {...data} />
      {(rationale || learnedFrom.length > 0) && (
        <p className="px-3 py-2.5 text-pretty wrap-anywhere text-body">
          {rationale && <span>{rationale}</span>}
          <LearnedFrom tickets={learnedFrom} apart />
        </p>
      )}
    </section>
  );
}

/** While triage reads: one quiet line. */
export function SuggestionPending() {
  return (
    <div className={card}>
      <SuggestionHead title="Triage is reading">
        <span className="mr-1 block h-2.5 w-12 rounded-1 bg-active" aria-hidden />
      </SuggestionHead>
    </div>
  );
}
