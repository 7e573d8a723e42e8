import { useQuery } from '@apollo/client/react';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { gql } from '../../apollo/gql.js';
import { PalettePageDocument } from '../../gql/graphql.js';
import { parseTicketNumber } from '../../tickets/vocabulary.js';
import { Kbd } from '../../ui/controls/Kbd.js';
import { Highlight } from '../../ui/feedback/Highlight.js';
import { unlessComposing } from '../../ui/keys.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { useDebounced } from '../../ui/useDebounced.js';
import { EntryLine } from './EntryLine.js';
import { PaletteTicket } from './PaletteTicket.js';
import { type Command, useCommands } from './useCommands.js';

gql`
  query PalettePage($search: String!, $number: Int!, $byNumber: Boolean!) {
    ticket(number: $number) @include(if: $byNumber) {
      id
      number
      ...PaletteTicket_ticket
    }
    unfinished: tickets(filter: { search: $search, status: [OPEN, IN_PROGRESS] }, first: 6) {
      edges {
        cursor
        node {
          id
          number
          ...PaletteTicket_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    tickets(filter: { search: $search }, first: 6) {
      edges {
        cursor
        node {
          id
          number
          ...PaletteTicket_ticket
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

interface Entry {
  key: string;
  group: string;
  run: () => void;
  content: ReactNode;
}

const IDLE_MS = 120;
/** Enough to choose from; more is a search of the inbox. */
const TICKETS = 6;

/** Finds tickets and actions by a few letters: the first result is right and one key away. */
export function PalettePage({ onClose, onCreate }: { onClose: () => void; onCreate: () => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const entries = useEntries(text, onCreate);
  const listId = useId();
  const current = Math.min(active, entries.length - 1);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    // After the dialog has given the focus back, so that what opens next can take it.
    requestAnimationFrame(entry.run);
  };
  const onKeyDown = unlessComposing((event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, entries.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else if (event.key === 'Enter') choose(entries[current]);
    else return;
    event.preventDefault();
  });
  return (
    <Dialog
      title="Commands"
      hideTitle
      fill
      open
      onOpenChange={(open) => !open && onClose()}
      className="flex w-160 flex-col overflow-hidden"
    >
      <div className="flex h-12 flex-none items-center gap-2.5 border-b border-hair px-4 text-16 max-rail:h-14">
        <Search size={16} strokeWidth={1.5} className="text-meta" aria-hidden />
        <input
          type="text"
          dir="auto"
          role="combobox"
          aria-label="Find a ticket or an action"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={`${listId}-${current}`}
          placeholder="Find a ticket or an action"
          className="min-w-0 grow bg-transparent outline-none"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Escape" />
        <button type="button" className="text-14 text-body rail:hidden" onClick={onClose}>
          Cancel
        </button>
      </div>
      <div id={listId} role="listbox" aria-label="Results" className="min-h-0 grow overflow-y-auto p-1.5">
        {entries.map((entry, index) => (
          <EntryLine
            key={entry.key}
            id={`${listId}-${index}`}
            heading={entries[index - 1]?.group === entry.group ? null : entry.group}
            isActive={index === current}
            onPoint={() => setActive(index)}
            onChoose={() => choose(entry)}
          >
            {entry.content}
          </EntryLine>
        ))}
      </div>
    </Dialog>
  );
}

/** What was asked for by number, then commands, then tickets with the unfinished first, and the search of the inbox as the last resort. */
function useEntries(text: string, onCreate: () => void): Entry[] {
  const navigate = useNavigate();
  const { commands, searchInbox } = useCommands(text, onCreate);
  const search = useDebounced(text.trim(), IDLE_MS);
  const number = parseTicketNumber(search);
  const { data, previousData } = useQuery(PalettePageDocument, {
    variables: { search, number: number ?? 0, byNumber: number !== null },
    skip: search === '',
  });
  const found = text.trim() === '' ? undefined : (data ?? previousData);
  const exact = found?.ticket;
  const edges = [...(found?.unfinished.edges ?? []), ...(found?.tickets.edges ?? [])];
  const nodes = [...new Map(edges.map(({ node }) => [node.id, node])).values()].filter(({ id }) => id !== exact?.id);
  const ticketEntry = (ticket: (typeof nodes)[number]) => ({
    key: ticket.id,
    group: 'Tickets',
    run: () => void navigate(`/tickets/${ticket.number}`),
    content: <PaletteTicket ticket={ticket} query={text} />,
  });
  const commandEntry = ({ icon: Icon, keys, label, ...command }: Command) => ({
    ...command,
    content: (
      <>
        <Icon size={16} strokeWidth={1.5} className="shrink-0 text-meta" aria-hidden />
        <span className="cut grow">
          <span key={`${label} ${text}`}>
            <Highlight text={label} query={text} />
          </span>
        </span>
        {keys && <Kbd keys={keys} />}
      </>
    ),
  });
  return [
    ...(exact ? [ticketEntry(exact)] : []),
    ...commands.map(commandEntry),
    ...nodes.slice(0, exact ? TICKETS - 1 : TICKETS).map(ticketEntry),
    ...(search === '' && text.trim() === '' ? [] : [commandEntry(searchInbox)]),
  ];
}
