import { Link } from 'react-router';
import type { TicketStatus } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { StatusGlyph } from './glyphs.js';

interface TicketLinkProps {
  ticket: { readonly number: number; readonly title: string; readonly status: TicketStatus };
  /** When it came, where there is room to say so. */
  since?: string;
  /** In a tab of its own, so that what is being written stays in sight. */
  apart?: boolean;
}

/** One line of a short list beside something else: how far the ticket is, and what it is about. */
export function TicketLink({ ticket: { number, title, status }, since, apart = false }: TicketLinkProps) {
  return (
    <Link
      to={`/tickets/${number}`}
      target={apart ? '_blank' : undefined}
      className="-mx-2 flex h-8 items-center gap-2 rounded-2 px-2 hover:bg-hover max-rail:h-11"
    >
      <StatusGlyph status={status} label />
      <span className="cut grow" dir="auto">
        {title}
      </span>
      {since && <Time instant={since} brief className="flex-none text-12 text-meta" />}
    </Link>
  );
}
