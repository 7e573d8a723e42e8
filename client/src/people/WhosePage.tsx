import { useQuery } from '@apollo/client/react';
import { Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { WhosePageDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { TextInput } from '../ui/controls/Field.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import type { Whose } from './assigning.js';

gql`
  query WhosePage {
    users(first: 100) {
      edges {
        cursor
        node {
          id
          displayName
          handle
        }
      }
    }
    teams(first: 100) {
      edges {
        cursor
        node {
          id
          name
          handle
        }
      }
    }
  }
`;

interface Choice {
  key: string;
  name: string;
  whose: Whose;
  mark: ReactNode;
  words: string;
}

interface WhosePageProps {
  title: string;
  onChoose: (whose: Whose, name: string) => void;
  onClose: () => void;
}

/** People and teams in one list that typed letters narrow. */
export function WhosePage({ title, onChoose, onClose }: WhosePageProps) {
  const { data } = useQuery(WhosePageDocument, { fetchPolicy: 'cache-and-network' });
  const { user } = useSession();
  const [typed, setTyped] = useState('');
  const people: Choice[] = (data?.users.edges ?? []).map(({ node: { id, displayName, handle } }) => ({
    key: id,
    name: displayName,
    whose: { assigneeId: id },
    mark: <Avatar name={displayName} own={id === user?.id} />,
    words: `${displayName} ${handle}`,
  }));
  const own = people.filter(({ key }) => key === user?.id);
  const teams: Choice[] = (data?.teams.edges ?? []).map(({ node: { id, name, handle } }) => ({
    key: id,
    name,
    whose: { teamId: id },
    mark: <Users size={16} strokeWidth={1.5} className="mx-1 text-meta" aria-hidden />,
    words: `${name} ${handle}`,
  }));
  const nobody: Choice = {
    key: 'nobody',
    name: 'Nobody',
    whose: { assigneeId: null },
    mark: <Avatar name={null} />,
    words: 'nobody',
  };
  const wanted = typed.trim().toLowerCase();
  const choices = [...own, ...people.filter((person) => !own.includes(person)), ...teams, nobody].filter(({ words }) =>
    words.toLowerCase().includes(wanted),
  );
  const choose = ({ whose, name }: Choice) => {
    onClose();
    onChoose(whose, name);
  };
  return (
    <Dialog title={title} open onOpenChange={onClose} className="overflow-y-auto">
      <TextInput
        aria-label="Person or team"
        placeholder="Name or handle"
        className="mt-3"
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && choices[0]) choose(choices[0]);
        }}
      />
      <ul aria-label="People and teams" className="mt-2">
        {choices.map((choice) => (
          <li key={choice.key}>
            <button
              type="button"
              className="flex h-9 w-full items-center gap-2 rounded-2 px-2 text-left text-strong -outline-offset-2 hover:bg-hover max-rail:h-11"
              onClick={() => choose(choice)}
            >
              {choice.mark}
              <span className="cut">{choice.name}</span>
              {choice.key === user?.id && <span className="text-12 text-meta">you</span>}
            </button>
          </li>
        ))}
      </ul>
      {data && choices.length === 0 && <p className="mt-2 text-meta">Nobody has such a name.</p>}
    </Dialog>
  );
}
