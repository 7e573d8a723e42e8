import { useQuery } from '@apollo/client/react';
import { Merge, X } from 'lucide-react';
import { gql } from '../../apollo/gql.js';
import { SimilarPageDocument } from '../../gql/graphql.js';
import { IconButton } from '../../ui/controls/Button.js';
import { ProposedIncident } from '../incidents/ProposedIncident.js';
import { TicketLink } from '../TicketLink.js';
import { useDismissSimilar } from './useDismissSimilar.js';

gql`
  query SimilarPage($number: Int!) {
    ticket(number: $number) {
      id
      similarTickets(first: 4) {
        commonWords
        sameRequester
        ticket {
          id
          number
          title
          status
          createdAt
        }
      }
      ...ProposedIncident_ticket
    }
  }
`;

interface SimilarPageProps {
  number: number;
  /** Merges the ticket into this one; null where it is merged already. */
  onMerge: ((into: { id: string; number: number }) => void) | null;
}

/**
 * Open or recent tickets that tell of the same, with the words that say so. Asked for by itself: the ticket never waits for
 * it, and is read again without it.
 */
export function SimilarPage({ number, onMerge }: SimilarPageProps) {
  const { data } = useQuery(SimilarPageDocument, { variables: { number }, fetchPolicy: 'cache-and-network' });
  const ticket = data?.ticket;
  const dismiss = useDismissSimilar();
  if (!ticket || ticket.similarTickets.length === 0) return null;
  return (
    <>
      <ProposedIncident ticket={ticket} />
      <section aria-labelledby="similar" className="mt-6">
        <h2 id="similar" className="mb-1 text-12 text-meta">
          Similar tickets
        </h2>
        <ul>
          {ticket.similarTickets.map(({ ticket: other, commonWords, sameRequester }) => (
            <li key={other.id} className="flex items-start gap-1">
              <div className="min-w-0 grow">
                <TicketLink ticket={other} since={other.createdAt} />
                <p className="cut -mt-1 pl-6 text-12 text-meta">
                  {sameRequester && (
                    <span className="text-body">{`Same requester${commonWords.length > 0 ? ' · ' : ''}`}</span>
                  )}
                  <bdi>{commonWords.join(', ')}</bdi>
                </p>
              </div>
              {onMerge && (
                <IconButton
                  label={`Merge into T-${other.number}`}
                  size="sm"
                  className="mt-1 max-rail:mt-2.5"
                  icon={<Merge size={14} strokeWidth={1.5} aria-hidden />}
                  onClick={() => onMerge(other)}
                />
              )}
              <IconButton
                label={`T-${other.number} is not the same`}
                size="sm"
                className="mt-1 max-rail:mt-2.5"
                icon={<X size={14} strokeWidth={1.5} aria-hidden />}
                onClick={() => void dismiss(ticket.id, other)}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
