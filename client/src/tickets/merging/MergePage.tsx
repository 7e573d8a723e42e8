import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { gql } from '../../apollo/gql.js';
import { MergePageDocument, MergeTargetDocument, type MergeTargetQuery } from '../../gql/graphql.js';
import { TextInput } from '../../ui/controls/Field.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { StatusGlyph } from '../glyphs.js';
import { parseTicketNumber } from '../vocabulary.js';

gql`
  query MergePage($number: Int!) {
    ticket(number: $number) {
      id
      requester {
        id
      }
      similarTickets(first: 5) {
        ticket {
          id
          number
          title
          status
          requester {
            id
            displayName
          }
        }
      }
    }
  }
`;

gql`
  query MergeTarget($number: Int!) {
    ticket(number: $number) {
      id
      number
      title
      status
      requester {
        id
        displayName
      }
    }
  }
`;

export type MergeTarget = NonNullable<MergeTargetQuery['ticket']>;

export type Asked = 'duplicate' | 'incident' | 'telling';

/** What the other ticket is to be for this one. */
const asking = {
  duplicate: {
    title: (name: string) => `${name} is a duplicate of…`,
    label: 'Number of the ticket that goes on',
    self: 'A ticket cannot be a duplicate of itself.',
  },
  incident: {
    title: (name: string) => `${name} is part of the incident…`,
    label: 'Number of the incident',
    self: 'A ticket cannot be part of itself.',
  },
  telling: {
    title: (name: string) => `Which ticket is part of ${name}?`,
    label: 'Number of the ticket to add',
    self: 'A ticket cannot be part of itself.',
  },
} satisfies Record<Asked, object>;

interface MergePageProps {
  asked: Asked;
  /** The number of the ticket that is open. */
  number: number;
  onChoose: (into: MergeTarget) => void;
  onClose: () => void;
}

/** Which other ticket is meant: a similar one, or any by its number. */
export function MergePage({ asked, number, onChoose, onClose }: MergePageProps) {
  const { data } = useQuery(MergePageDocument, { variables: { number }, fetchPolicy: 'cache-and-network' });
  const [typed, setTyped] = useState('');
  const wanted = parseTicketNumber(typed);
  const { data: named, loading } = useQuery(MergeTargetDocument, {
    variables: { number: wanted ?? 0 },
    skip: wanted === null || wanted === number,
  });
  const found = wanted !== null && named?.ticket?.number === wanted ? [named.ticket] : [];
  const similar = (data?.ticket?.similarTickets ?? []).map(({ ticket }) => ticket);
  const choices = typed.trim() === '' ? similar : found;
  const own = data?.ticket?.requester?.id;
  const choose = (into: MergeTarget) => {
    onClose();
    onChoose(into);
  };
  return (
    <Dialog title={asking[asked].title(`T-${number}`)} open onOpenChange={onClose} className="overflow-y-auto">
      <TextInput
        aria-label={asking[asked].label}
        placeholder="T-1042"
        className="mt-3"
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && choices[0]) choose(choices[0]);
        }}
      />
      {choices.length > 0 && (
        <ul aria-label={typed.trim() === '' ? 'Similar tickets' : 'Ticket of this number'} className="mt-2">
          {choices.map((ticket) => (
            <li key={ticket.id}>
              <button
                type="button"
                className="flex min-h-9 w-full items-start gap-2 rounded-2 px-2 py-2 text-left text-strong -outline-offset-2 hover:bg-hover max-rail:min-h-11"
                onClick={() => choose(ticket)}
              >
                <StatusGlyph status={ticket.status} label />
                <span className="min-w-0 grow">
                  <span className="cut block">
                    <span className="text-meta">
                      T-<span className="digits">{ticket.number}</span>
                    </span>{' '}
                    <bdi>{ticket.title}</bdi>
                  </span>
                  {own && ticket.requester && ticket.requester.id !== own && (
                    <span className="block text-12 text-meta">
                      By <bdi>{ticket.requester.displayName}</bdi>. Each requester sees only their own messages.
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="mt-2 text-12 text-meta empty:hidden">
        {wordsFor({
          asked,
          typed,
          wanted,
          number,
          isFound: found.length > 0,
          isLoading: loading || !data,
          similar: similar.length,
        })}
      </p>
    </Dialog>
  );
}

interface Circumstances {
  asked: Asked;
  typed: string;
  wanted: number | null;
  number: number;
  isFound: boolean;
  isLoading: boolean;
  similar: number;
}

function wordsFor({ asked, typed, wanted, number, isFound, isLoading, similar }: Circumstances): string {
  if (isFound) return '';
  if (wanted === number) return asking[asked].self;
  if (isLoading) return '';
  if (typed.trim() === '') return similar === 0 ? 'No similar ticket is known. Type the number of one.' : '';
  return wanted === null ? 'Ticket numbers look like T-1042.' : `There is no T-${wanted}.`;
}
