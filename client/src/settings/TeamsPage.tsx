import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { TeamsPageDocument, type TeamsPageQuery } from '../gql/graphql.js';
import { categoryNames } from '../tickets/vocabulary.js';
import { Button } from '../ui/controls/Button.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { showToast } from '../ui/feedback/toasts.js';
import { ConfirmDialog } from '../ui/overlays/Dialog.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';
import { TeamDialog } from './TeamDialog.js';
import { useChangeTeams } from './useChangeTeams.js';

gql`
  query TeamsPage {
    teams(first: 100) {
      edges {
        cursor
        node {
          id
          name
          handle
          categories
          members {
            user {
              id
              displayName
            }
            lead
          }
        }
      }
    }
    users(first: 100) {
      edges {
        cursor
        node {
          id
          displayName
        }
      }
    }
  }
`;

export type ListedTeam = TeamsPageQuery['teams']['edges'][number]['node'];

/** The teams, who is in them, and the categories that route to them. */
export function TeamsPage() {
  const { data } = useQuery(TeamsPageDocument, { fetchPolicy: 'cache-and-network' });
  const { saveTeam, deleteTeam } = useChangeTeams();
  const [editing, setEditing] = useState<ListedTeam | 'new' | null>(null);
  const [deleting, setDeleting] = useState<ListedTeam | null>(null);
  const teams = data?.teams.edges.map(({ node }) => node) ?? [];
  const remove = async ({ id, name }: ListedTeam) => {
    const { fault } = await deleteTeam(id);
    showToast(fault ?? `${name} was deleted`, { tone: fault ? 'danger' : 'plain' });
  };
  return (
    <SettingsSection
      title="Teams"
      lead="New tickets go to a team by their category. Triage names the category, the category names the team."
      action={
        <Button tone="primary" onClick={() => setEditing('new')}>
          New team
        </Button>
      }
    >
      {data && teams.length === 0 && <p className="text-meta">There are none yet.</p>}
      {teams.length > 0 && (
        <Lines label="Teams">
          {teams.map((team) => (
            <Line
              key={team.id}
              title={team.name}
              hint={[`@${team.handle}`, ...team.categories.map((category) => categoryNames[category])].join(' · ')}
            >
              <span className="flex -space-x-1">
                {team.members.map(({ user }) => (
                  <Avatar key={user.id} name={user.displayName} />
                ))}
              </span>
              <span className="text-12 text-body">
                {team.members.length === 1 ? '1 person' : `${team.members.length} people`}
              </span>
              <Button size="sm" aria-label={`Edit ${team.name}`} onClick={() => setEditing(team)}>
                Edit
              </Button>
              <Button size="sm" tone="danger" aria-label={`Delete ${team.name}`} onClick={() => setDeleting(team)}>
                Delete
              </Button>
            </Line>
          ))}
        </Lines>
      )}
      {editing && (
        <TeamDialog
          team={editing === 'new' ? null : editing}
          people={data?.users.edges.map(({ node }) => node) ?? []}
          onClose={() => setEditing(null)}
          onSave={async (input, members) => {
            const fault = await saveTeam(input, members);
            if (!fault) setEditing(null);
            return fault;
          }}
        />
      )}
      <ConfirmDialog
        title={`Delete ${deleting?.name ?? ''}?`}
        description="Its tickets then belong to no team. Nobody loses access."
        keepLabel="Keep it"
        confirmLabel="Delete"
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        onConfirm={() => deleting && void remove(deleting)}
      />
    </SettingsSection>
  );
}
