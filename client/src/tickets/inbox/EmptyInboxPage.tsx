import { useQuery } from '@apollo/client/react';
import { CircleCheck, Inbox, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { EmptyInboxPageDocument } from '../../gql/graphql.js';
import { Button, buttonClass } from '../../ui/controls/Button.js';
import { EmptyState } from '../../ui/feedback/EmptyState.js';
import { allTickets } from '../views/views.js';
import { SAMPLE_COUNT, useAddSampleTickets } from './useAddSampleTickets.js';

gql`
  query EmptyInboxPage {
    tickets {
      totalCount
    }
  }
`;

/** The inbox is empty: nothing is left to do, or nothing was ever there. */
export function EmptyInboxPage() {
  const { data } = useQuery(EmptyInboxPageDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return null;
  if (data.tickets.totalCount === 0) return <FirstRun />;
  return (
    <EmptyState
      icon={CircleCheck}
      title="Everything is done"
      role="status"
      actions={
        <Link to={`/?${allTickets.query}`} className={buttonClass({})}>
          All tickets
        </Link>
      }
    >
      No ticket is open or in progress.
    </EmptyState>
  );
}

function FirstRun() {
  const { addSamples, adding } = useAddSampleTickets();
  return (
    <EmptyState
      icon={Inbox}
      title="No tickets yet"
      role="status"
      actions={
        <>
          <Link to="/new" data-tone="primary" className={buttonClass({ tone: 'primary' })}>
            <Plus size={16} strokeWidth={1.5} aria-hidden />
            New ticket
          </Link>
          <Button disabled={adding} onClick={() => void addSamples()}>
            {adding ? 'Adding samples…' : `Add ${SAMPLE_COUNT} samples`}
          </Button>
        </>
      }
    >
      Submit the first one, or fill the desk with sample data to look around.
    </EmptyState>
  );
}
