import { Ban, Ellipsis, Mail } from 'lucide-react';
import type { Role } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { IconButton } from '../ui/controls/Button.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { Tag } from '../ui/feedback/Tag.js';
import { Menu } from '../ui/overlays/Menu.js';
import { MenuItem } from '../ui/overlays/MenuItems.js';
import { Line } from './SettingsSection.js';

export interface ListedPerson {
  id: string;
  displayName: string;
  email: string;
  role: Role;
  active: boolean;
  lastSeenAt?: string | null;
  openTicketCount: number;
}

export interface PersonActions {
  setRole: (person: ListedPerson, role: Role) => unknown;
  reset: (person: ListedPerson) => unknown;
  reactivate: (person: ListedPerson) => unknown;
  inviteAgain: (person: ListedPerson) => unknown;
  deactivate: (person: ListedPerson) => void;
}

interface PersonLineProps {
  person: ListedPerson;
  own: boolean;
  actions: PersonActions;
}

export function PersonLine({ person, own, actions }: PersonLineProps) {
  const { displayName, email, role, active, lastSeenAt, openTicketCount } = person;
  return (
    <Line mark={<Avatar name={displayName} own={own} />} title={displayName} hint={email}>
      {!active && (lastSeenAt ? <Tag icon={Ban}>inactive</Tag> : <Tag icon={Mail}>invited</Tag>)}
      {active && lastSeenAt && (
        <span className="text-12 text-meta max-rail:hidden">
          Seen <Time instant={lastSeenAt} />
        </span>
      )}
      <span className="digits text-12 text-body">{`${openTicketCount} unfinished`}</span>
      <span className="w-10 text-12 text-body">{role === 'ADMIN' ? 'Admin' : 'Agent'}</span>
      <Menu
        label={`What to do about ${displayName}`}
        align="end"
        trigger={
          <IconButton
            label={`Actions for ${displayName}`}
            icon={<Ellipsis size={16} strokeWidth={1.5} aria-hidden />}
          />
        }
      >
        {active ? (
          <>
            <MenuItem onSelect={() => actions.setRole(person, role === 'ADMIN' ? 'AGENT' : 'ADMIN')}>
              {role === 'ADMIN' ? 'Make an agent' : 'Make an administrator'}
            </MenuItem>
            <MenuItem onSelect={() => actions.reset(person)}>Make a reset link</MenuItem>
            <MenuItem tone="danger" onSelect={() => actions.deactivate(person)}>
              Deactivate…
            </MenuItem>
          </>
        ) : (
          <>
            <MenuItem onSelect={() => actions.inviteAgain(person)}>Invite again</MenuItem>
            <MenuItem onSelect={() => actions.reactivate(person)}>Reactivate</MenuItem>
          </>
        )}
      </Menu>
    </Line>
  );
}
