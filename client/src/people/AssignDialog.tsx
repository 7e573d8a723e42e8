import { countTickets } from '../tickets/vocabulary.js';
import { type Asked, stopAsking } from './assigning.js';
import { useAssignTickets } from './useAssignTickets.js';
import { WhosePage } from './WhosePage.js';

/** Asks whose the tickets are to be, and gives them to whoever is chosen, unless whoever asked takes the answer. */
export function AssignDialog({ ids, take }: Asked) {
  const assign = useAssignTickets();
  return (
    <WhosePage
      title={`Assign ${countTickets(ids.length)}`}
      onChoose={(whose, name) => (take ? take(whose, name) : void assign(ids, whose, name))}
      onClose={stopAsking}
    />
  );
}
