import { useQuery } from '@apollo/client/react';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { PeoplePageDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { Button } from '../ui/controls/Button.js';
import { showToast } from '../ui/feedback/toasts.js';
import { DeactivateDialog } from './DeactivateDialog.js';
import { InviteDialog } from './InviteDialog.js';
import { type ListedPerson, PersonLine } from './PersonLine.js';
import { SecretDialog, type ToldOnce } from './SecretDialog.js';
import { Lines, SettingsSection } from './SettingsSection.js';
import { useChangePeople } from './useChangePeople.js';

gql`
  query PeoplePage {
    users(first: 100, includeInactive: true) {
      edges {
        cursor
        node {
          id
          displayName
          email
          role
          active
          lastSeenAt
          openTicketCount
        }
      }
    }
  }
`;

const inviteTold = (name: string, value: string): ToldOnce => ({
  title: 'Pass this invitation on',
  description: `It works once, for three days, and makes whoever opens it ${name}.`,
  name: 'Invitation link',
  value,
});

/** Everybody on the team: what they are, what they have on their plate, and what can be done about their access. */
export function PeoplePage() {
  const { data } = useQuery(PeoplePageDocument, { fetchPolicy: 'cache-and-network' });
  const { inviteUser, updateUser, createPasswordReset } = useChangePeople();
  const { user } = useSession();
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<ListedPerson | null>(null);
  const [secret, setSecret] = useState<ToldOnce | null>(null);
  const people = data?.users.edges.map(({ node }) => node) ?? [];
  const report = (fault: string | null, said: string) => showToast(fault ?? said, { tone: fault ? 'danger' : 'plain' });
  const invite = async (input: Parameters<typeof inviteUser>[0]) => {
    const { done, fault } = await inviteUser(input);
    if (!done) return fault;
    setInviting(false);
    if (done.inviteUrl) setSecret(inviteTold(input.displayName, done.inviteUrl));
    else showToast(`The invitation goes to ${input.email}`);
    return null;
  };
  const actions = {
    setRole: async ({ id, displayName }: ListedPerson, role: ListedPerson['role']) =>
      report(
        (await updateUser({ id, role })).fault,
        `${displayName} is now ${role === 'ADMIN' ? 'an administrator' : 'an agent'}`,
      ),
    reset: async ({ id, displayName, email }: ListedPerson) => {
      const { done, fault } = await createPasswordReset(id);
      if (!done?.resetUrl) return void report(fault, `The link goes to ${email}`);
      setSecret({
        title: `A new password for ${displayName}`,
        description: 'Pass this link on. It works once, for one hour.',
        name: 'Reset link',
        value: done.resetUrl,
      });
    },
    reactivate: async ({ id, displayName }: ListedPerson) =>
      report((await updateUser({ id, active: true })).fault, `${displayName} is active again`),
    inviteAgain: async ({ displayName, email, role }: ListedPerson) => {
      const fault = await invite({ displayName, email, role });
      if (fault) showToast(fault, { tone: 'danger' });
    },
    deactivate: setLeaving,
  };
  return (
    <SettingsSection
      title="People"
      lead="Agents work on all tickets. Administrators also manage people, teams, desk tokens and audit. Nobody is deleted: what people wrote keeps its author."
      action={
        <Button tone="primary" onClick={() => setInviting(true)}>
          <UserPlus size={16} strokeWidth={1.5} aria-hidden />
          Invite
        </Button>
      }
    >
      <Lines label="People">
        {people.map((person) => (
          <PersonLine key={person.id} person={person} own={person.id === user?.id} actions={actions} />
        ))}
      </Lines>
      <InviteDialog open={inviting} onInvite={invite} onClose={() => setInviting(false)} />
      <DeactivateDialog
        person={leaving}
        colleagues={people.filter(({ id, active }) => active && id !== leaving?.id)}
        onClose={() => setLeaving(null)}
        onDeactivate={async (person, handOverToId) => {
          const { fault } = await updateUser({ id: person.id, active: false, handOverToId });
          if (fault) return fault;
          setLeaving(null);
          showToast(`${person.displayName} was signed out everywhere and is inactive`);
          return null;
        }}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </SettingsSection>
  );
}
