import { useFragment } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { UseIsUnread_TicketFragmentDoc } from '../../gql/graphql.js';

gql`
  fragment useIsUnread_ticket on Ticket {
    id
    viewerHasUnread
  }
`;

/** Whether a ticket holds something that the person has not seen. False where nobody is signed in: nobody asked for it then. */
export function useIsUnread(id: string): boolean {
  const { data, complete } = useFragment({
    fragment: UseIsUnread_TicketFragmentDoc,
    fragmentName: 'useIsUnread_ticket',
    from: { __typename: 'Ticket', id },
  });
  return complete && data.viewerHasUnread;
}
