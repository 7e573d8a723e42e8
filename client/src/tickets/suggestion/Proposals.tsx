import type { ReactNode } from 'react';
import type { TicketCategory, TicketPriority } from '../../gql/graphql.js';
import { Confidence } from '../../ui/feedback/Confidence.js';
import { CategoryGlyph, PriorityGlyph } from '../glyphs.js';
import { categoryNames, priorityNames } from '../vocabulary.js';

interface Proposal<V> {
  value: V;
  confidence: number;
  /** Too unsure to be followed: the value is the default. */
  belowThreshold: boolean;
}

interface ProposalsProps {
  category: Proposal<TicketCategory>;
  priority: Proposal<TicketPriority>;
}

/** One line per field: what is proposed, and how sure. */
export function Proposals({ category, priority }: ProposalsProps) {
  return (
    <dl className="px-3 py-2.5">
      <Line name="Category" proposal={category}>
        <CategoryGlyph category={category.value} size={14} />
        {categoryNames[category.value]}
      </Line>
      <Line name="Priority" proposal={priority}>
        <PriorityGlyph priority={priority.value} size={14} />
        {priorityNames[priority.value]}
      </Line>
    </dl>
  );
}

function Line({ name, proposal, children }: { name: string; proposal: Proposal<unknown>; children: ReactNode }) {
  return (
    <div className="grid h-6 grid-cols-[60px_minmax(0,1fr)] items-center gap-2 text-12">
      <dt className="text-meta">{name}</dt>
      <dd className="flex items-center gap-1.5 whitespace-nowrap text-body">
        {children}
        <span className="cut grow text-meta">
          {proposal.belowThreshold && <span>· not sure, so the default is set</span>}
        </span>
        <Confidence value={proposal.confidence} />
      </dd>
    </div>
  );
}
