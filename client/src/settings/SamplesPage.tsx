import { useQuery } from '@apollo/client/react';
import { FlaskConical } from 'lucide-react';
import { gql } from '../apollo/gql.js';
import { SamplesPageDocument } from '../gql/graphql.js';
import { SAMPLE_COUNT, useAddSampleTickets } from '../tickets/inbox/useAddSampleTickets.js';
import { useRemoveSampleTickets } from '../tickets/inbox/useRemoveSampleTickets.js';
import { formatNumber } from '../time/time.js';
import { Button } from '../ui/controls/Button.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';

gql`
  query SamplesPage {
    sampleTicketCount
    tickets {
      totalCount
    }
  }
`;

/** Fills an empty desk to look around in, and empties it of samples again. */
export function SamplesPage() {
  const { data } = useQuery(SamplesPageDocument, { fetchPolicy: 'cache-and-network' });
  const { addSamples, adding } = useAddSampleTickets();
  const { removeSamples, removing } = useRemoveSampleTickets();
  if (!data) return null;
  const { sampleTicketCount: count, tickets } = data;
  return (
    <SettingsSection
      title="Sample tickets"
      lead="A desk of two months to look around in: requesters, replies and suggestions. Triage learns nothing from it."
    >
      <Lines label="Sample tickets">
        <Line
          mark={<FlaskConical size={16} strokeWidth={1.5} className="text-meta" aria-hidden />}
          title={count === 0 ? 'There are none' : `${formatNumber(count)} sample ${count === 1 ? 'ticket' : 'tickets'}`}
          hint={
            count > 0
              ? 'They are removed together, changed ones too, and no others.'
              : tickets.totalCount !== 0 && 'Samples can only be added while the desk is empty.'
          }
        >
          {count > 0 && (
            <Button disabled={removing} onClick={() => void removeSamples()}>
              {removing ? 'Removing samples…' : 'Remove sample tickets'}
            </Button>
          )}
          {tickets.totalCount === 0 && (
            <Button disabled={adding} onClick={() => void addSamples()}>
              {adding ? 'Adding samples…' : `Add ${SAMPLE_COUNT} samples`}
            </Button>
          )}
        </Line>
      </Lines>
    </SettingsSection>
  );
}
