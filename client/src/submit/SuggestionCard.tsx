import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Waypoints, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { SuggestionCard_SuggestionFragmentDoc } from '../gql/graphql.js';
import { CategoryGlyph, PriorityGlyph } from '../tickets/glyphs.js';
import { describeSource } from '../tickets/ticket/suggestionWords.js';
import { categoryNames, priorityNames } from '../tickets/vocabulary.js';
import { IconButton } from '../ui/Button.js';
import { Confidence } from '../ui/Confidence.js';

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
    learnedFrom {
      id
      number
    }
  }
`;

interface SuggestionCardProps {
  suggestion: FragmentType<typeof SuggestionCard_SuggestionFragmentDoc>;
  onDismiss: () => void;
}

/** Who proposed what, how sure and why. It explains the two fields above it and can be ignored altogether. */
export function SuggestionCard({ suggestion, onDismiss }: SuggestionCardProps) {
  const { data, complete } = useFragment({ fragment: SuggestionCard_SuggestionFragmentDoc, from: suggestion });
  if (!complete) return null;
  const { category, priority, learnedFrom } = data;
  return (
    <section aria-label="Triage suggestion" className="overflow-hidden rounded-3 border border-line">
      <CardHead title="Triage suggests" detail={describeSource(data)}>
        <IconButton label="Dismiss suggestion" size="sm" icon={<X size={14} aria-hidden />} onClick={onDismiss} />
      </CardHead>
      <dl className="flex flex-col gap-1 border-t border-hair px-3 py-2.5">
        <ProposedField
          name="Category"
          icon={<CategoryGlyph category={category.value} size={14} />}
          word={categoryNames[category.value]}
          {...category}
        />
        <ProposedField
          name="Priority"
          icon={<PriorityGlyph priority={priority.value} size={14} />}
          word={priorityNames[priority.value]}
          {...priority}
        />
      </dl>
      {(data.rationale || learnedFrom.length > 0) && (
        <p className="border-t border-hair px-3 py-2.5 text-pretty text-body">
          {data.rationale}
          {learnedFrom.length > 0 && <> Learned from {learnedFrom.map(toLink)}.</>}
        </p>
      )}
    </section>
  );
}

/** In a window of its own: whoever writes is not to be taken away. */
function toLink({ id, number }: { id: string; number: number }, index: number) {
  return (
    <span key={id}>
      {index > 0 && ', '}
      <Link
        to={`/tickets/${number}`}
        target="_blank"
        className="text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
      >
        T-{number}
      </Link>
    </span>
  );
}

interface ProposedFieldProps {
  name: string;
  icon: ReactNode;
  word: string;
  confidence: number;
  belowThreshold: boolean;
}

function ProposedField({ name, icon, word, confidence, belowThreshold }: ProposedFieldProps) {
  return (
    <div className="flex h-5 items-center text-12">
      <dt className="w-[74px] text-meta">{name}</dt>
      <dd className="flex min-w-0 grow items-center gap-1.5 text-body">
        {icon}
        <span className="cut grow">
          {word}
          {belowThreshold && <span className="text-meta">, the default: not sure enough</span>}
        </span>
        <Confidence value={confidence} />
      </dd>
    </div>
  );
}

interface CardHeadProps {
  title: string;
  detail?: string;
  children?: ReactNode;
}

function CardHead({ title, detail, children }: CardHeadProps) {
  return (
    <div className="flex h-9 items-center gap-2 pr-2 pl-3">
      <Waypoints size={16} strokeWidth={1.5} className="text-accent" aria-hidden />
      <h2 className="font-medium whitespace-nowrap">{title}</h2>
      {detail && <span className="cut text-12 text-meta">{detail}</span>}
      <span className="grow" />
      {children}
    </div>
  );
}

/** While triage reads: one quiet line. */
export function SuggestionPending() {
  return (
    <div className="rounded-3 border border-line">
      <CardHead title="Triage is reading">
        <span className="mr-1 block h-2.5 w-12 rounded-1 bg-active" aria-hidden />
      </CardHead>
    </div>
  );
}
