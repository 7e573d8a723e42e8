import { TicketLink } from '../tickets/TicketLink.js';
import type { SimilarToDraft as Similar } from './useSuggestForDraft.js';

/** What the team may have already: a quiet list below the form. It opens beside the draft. */
export function SimilarToDraft({ similar }: { similar: Similar }) {
  if (similar.length === 0) return null;
  return (
    <section aria-labelledby="similar-to-draft">
      <h2 id="similar-to-draft" className="mb-1 text-12 text-meta">
        Already reported?
      </h2>
      <ul>
        {similar.map(({ ticket, commonWords }) => (
          <li key={ticket.id}>
            <TicketLink ticket={ticket} since={ticket.createdAt} apart />
            <p className="cut -mt-1 pl-6 text-12 text-meta">
              <bdi>{commonWords.join(', ')}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
