import { countTickets } from '../tickets/vocabulary.js';
import { stopAsking } from './assigning.js';
import { useAssignTickets } from './useAssignTickets.js';
import { WhosePage } from './WhosePage.js';

/** Asks whose the tickets are to be, and gives them to whoever is chosen. */
export function AssignDialog({ ids }: { ids: readonly string[] }) {
  const assign = useAssignTickets();
  return (
    <WhosePage
      title={`Assign ${countTickets(ids.length)}`}
      onChoose={(whose, name) => void assign(ids, whose, name)}
      onClose={stopAsking}
    />
  );
}
