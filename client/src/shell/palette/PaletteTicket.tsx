import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { gql } from '../../apollo/gql.js';
import { PaletteTicket_TicketFragmentDoc } from '../../gql/graphql.js';
import { StatusGlyph } from '../../tickets/glyphs.js';
import { markedWords } from '../../tickets/vocabulary.js';
import { Time } from '../../time/Time.js';
import { Highlight } from '../../ui/feedback/Highlight.js';

gql`
  fragment PaletteTicket_ticket on Ticket {
    id
    number
    title
    status
    createdAt
  }
`;

interface PaletteTicketProps {
  ticket: FragmentType<typeof PaletteTicket_TicketFragmentDoc>;
  query: string;
}

export function PaletteTicket({ ticket: reference, query }: PaletteTicketProps) {
  const { data: ticket, complete } = useFragment({ fragment: PaletteTicket_TicketFragmentDoc, from: reference });
  if (!complete) return null;
  return (
    <>
      <StatusGlyph status={ticket.status} label />
      <span className="w-12 flex-none text-12 text-meta">
        T-<span className="digits">{ticket.number}</span>
      </span>
      <span className="cut grow" dir="auto">
        <span key={`${ticket.title} ${query}`}>
          <Highlight text={ticket.title} query={markedWords(query)} />
        </span>
      </span>
      <Time instant={ticket.createdAt} brief className="text-12 text-meta max-rail:hidden" />
    </>
  );
}
