import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { gql } from '../../apollo/gql.js';
import { CannedRepliesPageDocument, type CannedRepliesPageQuery } from '../../gql/graphql.js';
import { useSession } from '../../session/session.js';
import { statusNames } from '../../tickets/vocabulary.js';
import { Button } from '../../ui/controls/Button.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { ConfirmDialog } from '../../ui/overlays/Dialog.js';
import { Line, Lines, SettingsSection } from '../SettingsSection.js';
import { CannedReplyDialog } from './CannedReplyDialog.js';
import { useChangeCannedReplies } from './useChangeCannedReplies.js';

gql`
  query CannedRepliesPage {
    cannedReplies(first: 100) {
      edges {
        cursor
        node {
          id
          name
          body
          sharedWith
          thenStatus
          viewerCanEdit
          useCount
          team {
            id
            name
          }
        }
      }
    }
    teams(first: 100) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`;

export type ListedCannedReply = CannedRepliesPageQuery['cannedReplies']['edges'][number]['node'];

/** The canned replies that a person has: own ones, and shared ones, which administrators look after. */
export function CannedRepliesPage() {
  const { mode, user } = useSession();
  const { data } = useQuery(CannedRepliesPageDocument, { fetchPolicy: 'cache-and-network' });
  const { saveCannedReply, deleteCannedReply } = useChangeCannedReplies();
  const [editing, setEditing] = useState<ListedCannedReply | 'new' | null>(null);
  const [deleting, setDeleting] = useState<ListedCannedReply | null>(null);
  const all = data?.cannedReplies.edges.map(({ node }) => node) ?? [];
  const mayShare = user ? user.role === 'ADMIN' : mode !== 'TEAM';
  const teams = data?.teams.edges.map(({ node }) => node) ?? [];
  const groups = [
    { label: 'Your own', replies: all.filter(({ sharedWith }) => sharedWith === 'ME') },
    { label: 'Shared', replies: all.filter(({ sharedWith }) => sharedWith !== 'ME') },
  ].filter(({ replies }) => replies.length > 0);
  const remove = async ({ id, name }: ListedCannedReply) => {
    const fault = await deleteCannedReply(id);
    showToast(fault ?? `${name} was deleted`, { tone: fault ? 'danger' : 'plain' });
  };
  return (
    <SettingsSection
      title="Canned replies"
      lead="Ready-made replies. Type ; in a reply to insert one with the ticket’s details filled in."
      action={
        <Button tone="primary" onClick={() => setEditing('new')}>
          New canned reply
        </Button>
      }
    >
      {data && all.length === 0 && <p className="text-meta">There are none yet.</p>}
      {groups.map(({ label, replies }) => (
        <div key={label} className="not-first:mt-6">
          <h3 className="mb-2 text-12 text-meta">{label}</h3>
          <Lines label={label}>
            {replies.map((canned) => (
              <Line key={canned.id} title={canned.name} hint={<span className="line-clamp-2">{canned.body}</span>}>
                <span className="text-12 text-body">{factsOf(canned)}</span>
                {canned.viewerCanEdit && (
                  <>
                    <Button size="sm" aria-label={`Edit ${canned.name}`} onClick={() => setEditing(canned)}>
                      Edit
                    </Button>
                    <Button
                      size="sm"
                      tone="danger"
                      aria-label={`Delete ${canned.name}`}
                      onClick={() => setDeleting(canned)}
                    >
                      Delete
                    </Button>
                  </>
                )}
              </Line>
            ))}
          </Lines>
        </div>
      ))}
      {editing && (
        <CannedReplyDialog
          canned={editing === 'new' ? null : editing}
          sharing={mayShare ? { isOwnPossible: user !== null, teams } : null}
          onClose={() => setEditing(null)}
          onSave={async (input) => {
            const fault = await saveCannedReply(input);
            if (fault === null) setEditing(null);
            return fault;
          }}
        />
      )}
      <ConfirmDialog
        title={`Delete ${deleting?.name ?? ''}?`}
        description="This cannot be undone. Replies already sent are kept."
        keepLabel="Keep it"
        confirmLabel="Delete"
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        onConfirm={() => deleting && void remove(deleting)}
      />
    </SettingsSection>
  );
}

function factsOf({ team, thenStatus, useCount }: ListedCannedReply): string {
  const used = useCount === 1 ? 'used once' : `used ${useCount} times`;
  return [team?.name, thenStatus && `then ${statusNames[thenStatus]}`, useCount > 0 && used]
    .filter(Boolean)
    .join(' · ');
}
