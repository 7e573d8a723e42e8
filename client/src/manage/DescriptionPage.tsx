import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { gql } from '../apollo/gql.js';
import { DescriptionPageDocument, type ManageRow_TicketFragment } from '../gql/graphql.js';
import { rememberWords } from '../tickets/changes/wordsVersions.js';
import { TextEditor } from './TextEditor.js';
import type { TableActions } from './tableActions.js';

gql`
  query DescriptionPage($number: Int!) {
    ticket(number: $number) {
      id
      version
      description
      ...useUpdateTicket_ticket
    }
  }
`;

interface DescriptionPageProps {
  ticket: ManageRow_TicketFragment;
  label: string;
  actions: TableActions;
}

/** The table has the beginnings of descriptions alone; the whole is read when one is to be edited. */
export function DescriptionPage({ ticket, label, actions }: DescriptionPageProps) {
  const { data, error } = useQuery(DescriptionPageDocument, {
    variables: { number: ticket.number },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-only',
  });
  const read = data?.ticket;
  useEffect(() => {
    if (read) rememberWords(read.id, read);
  }, [read]);
  if (read) {
    return (
      <TextEditor
        ticketId={ticket.id}
        column="description"
        label={label}
        value={read.description}
        onSave={(description) => actions.change(ticket, { description })}
        onClose={actions.stopEditing}
      />
    );
  }
  return (
    <p role="status" className="cut px-1.5 text-12 text-meta">
      {error ? 'Could not be loaded' : ticket.preview}
    </p>
  );
}
