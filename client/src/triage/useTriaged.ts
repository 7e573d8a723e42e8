import { useFragment } from '@apollo/client/react';
import { gql } from '../apollo/gql.js';
import { type UseTriaged_TicketFragment, UseTriaged_TicketFragmentDoc } from '../gql/graphql.js';
import { categoryNames, priorityNames } from '../tickets/vocabulary.js';

gql`
  fragment useTriaged_ticket on Ticket {
    id
    title
    suggestion {
      id
      category {
        value
      }
      priority {
        value
      }
    }
  }
`;

export type Triaged = UseTriaged_TicketFragment;

/** What the keys need to know of the ticket on screen; null while there is none. */
export function useTriaged(id: string | null): Triaged | null {
  const { data, complete } = useFragment({
    fragment: UseTriaged_TicketFragmentDoc,
    from: id === null ? null : { __typename: 'Ticket' as const, id },
  });
  return complete ? data : null;
}

export function suggestedIn(ticket: Triaged | null): { category?: string; priority?: string } | null {
  const suggestion = ticket?.suggestion;
  return suggestion ? { category: suggestion.category.value, priority: suggestion.priority.value } : null;
}

/** "Billing, Medium, accepted" */
export function describeAccepted(ticket: Triaged | null): string {
  const suggestion = ticket?.suggestion;
  if (!suggestion) return 'kept as it is';
  return `${categoryNames[suggestion.category.value]}, ${priorityNames[suggestion.priority.value]}, accepted`;
}
