import { Link } from 'react-router';
import { gql } from '../../apollo/gql.js';
import type { Corrections_CorrectionFragment, TicketCategory, TicketPriority } from '../../gql/graphql.js';
import { categoryNames, countTickets, priorityNames } from '../../tickets/vocabulary.js';
import { Panel } from '../../ui/feedback/Panel.js';
import { suggestionsPath } from './suggestionsPath.js';

gql`
  fragment Corrections_correction on TriageCorrection {
    field
    suggested
    final
    count
    words
  }
`;

type Correction = Corrections_CorrectionFragment;

/** So many of one kind are no accident. */
const worthARule = 5;

/** What people changed suggestions to, and by which words triage was misled. */
export function Corrections({ corrections, since }: { corrections: readonly Correction[]; since: string | null }) {
  return (
    <Panel title="What the team corrected">
      {corrections.length === 0 ? (
        <p className="text-meta">Nobody has overridden a suggestion in this range.</p>
      ) : (
        <ul className="text-12 [&>li]:border-t [&>li]:border-hair">
          {corrections.map((correction) => {
            const { field, suggested, final, count, words } = correction;
            return (
              <li key={`${field} ${suggested} ${final}`} className="flex min-h-8 flex-wrap items-center gap-x-3 py-1">
                <Link to={pathOf(correction, since)} className="hit min-w-60 font-medium hover:underline">
                  {field === 'CATEGORY' ? 'Category' : 'Priority'}: {nameOf(field, suggested)} → {nameOf(field, final)}
                </Link>
                <span className="digits w-20">{countTickets(count)}</span>
                {words.length > 0 && (
                  <span className="text-body">
                    misled by <bdi>{words.join(', ')}</bdi>
                  </span>
                )}
                {count >= worthARule && <span className="text-meta">worth a rule in the rule book</span>}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function nameOf(field: Correction['field'], value: string): string {
  const key = value.toUpperCase();
  return field === 'CATEGORY' ? categoryNames[key as TicketCategory] : priorityNames[key as TicketPriority];
}

function pathOf({ field, suggested, final }: Correction, since: string | null): string {
  const path = suggestionsPath(since);
  return field === 'CATEGORY'
    ? path.overridden(
        { category: suggested.toUpperCase() as TicketCategory, categoryOutcome: ['OVERRIDDEN'] },
        { category: [final.toUpperCase() as TicketCategory] },
      )
    : path.overridden(
        { priority: suggested.toUpperCase() as TicketPriority, priorityOutcome: ['OVERRIDDEN'] },
        { priority: [final.toUpperCase() as TicketPriority] },
      );
}
