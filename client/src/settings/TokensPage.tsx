import { useQuery } from '@apollo/client/react';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { TokensPageDocument } from '../gql/graphql.js';
import { Time } from '../time/Time.js';
import { formatDay } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { Button } from '../ui/controls/Button.js';
import { showToast } from '../ui/feedback/toasts.js';
import { ConfirmDialog } from '../ui/overlays/Dialog.js';
import { NewTokenDialog } from './NewTokenDialog.js';
import { SecretDialog, type ToldOnce } from './SecretDialog.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';
import { describeScopes } from './scopes.js';
import { useChangeOwn } from './useChangeOwn.js';

gql`
  query TokensPage($ofDesk: Boolean!) {
    viewer {
      apiTokens(first: 100, ofDesk: $ofDesk) {
        edges {
          cursor
          node {
            id
            displayName
            prefix
            scopes
            lastUsedAt
            expiresAt
            revokedAt
          }
        }
      }
    }
  }
`;

const words = {
  own: {
    title: 'Your tokens',
    lead: 'Keys for your own programs. They can do what you can do, within their scopes, and stop when your access stops.',
    action: 'New token',
  },
  desk: {
    title: 'Desk tokens',
    lead: 'Keys that belong to the desk, not to a person. They outlive the access of whoever made them.',
    action: 'New desk token',
  },
} as const;

/** The tokens of the person, or of the desk: what each may do, when it was last used, when it ends. */
export function TokensPage({ forDesk = false }: { forDesk?: boolean }) {
  const { data } = useQuery(TokensPageDocument, { variables: { ofDesk: forDesk }, fetchPolicy: 'cache-and-network' });
  const { revokeApiToken } = useChangeOwn();
  const timeZone = useTimeZone();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<ToldOnce | null>(null);
  const [ending, setEnding] = useState<{ id: string; displayName: string } | null>(null);
  const { title, lead, action } = words[forDesk ? 'desk' : 'own'];
  const tokens = data?.viewer.apiTokens.edges.map(({ node }) => node).filter(({ revokedAt }) => !revokedAt) ?? [];
  const revoke = async (id: string) => {
    const { fault } = await revokeApiToken(id);
    showToast(fault ?? 'Token revoked', { tone: fault ? 'danger' : 'plain' });
  };
  return (
    <SettingsSection
      title={title}
      lead={lead}
      action={
        <Button tone="primary" onClick={() => setMaking(true)}>
          {action}
        </Button>
      }
    >
      {data && tokens.length === 0 && <p className="text-meta">There are none.</p>}
      {tokens.length > 0 && (
        <Lines label={title}>
          {tokens.map(({ id, displayName, prefix, scopes, lastUsedAt, expiresAt }) => (
            <Line
              key={id}
              mark={<KeyRound size={16} strokeWidth={1.5} className="text-meta" aria-hidden />}
              title={displayName}
              hint={
                <>
                  <span className="font-mono">{prefix}</span> · {describeScopes(scopes)} ·{' '}
                  {lastUsedAt ? (
                    <>
                      last used <Time instant={lastUsedAt} />
                    </>
                  ) : (
                    'never used'
                  )}
                  {` · ends ${formatDay(expiresAt, timeZone)}`}
                </>
              }
            >
              <Button size="sm" aria-label={`Revoke ${displayName}`} onClick={() => setEnding({ id, displayName })}>
                Revoke
              </Button>
            </Line>
          ))}
        </Lines>
      )}
      <NewTokenDialog
        title={action}
        forDesk={forDesk}
        open={making}
        onClose={() => setMaking(false)}
        onMade={(value) => {
          setMaking(false);
          setSecret({
            title: 'Copy this token now',
            description: 'It is shown once and stored nowhere. If you lose it, make another.',
            name: 'Token',
            value,
          });
        }}
      />
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
      <ConfirmDialog
        title={`Revoke ${ending?.displayName ?? ''}?`}
        description="Programs that use it are refused from now on."
        keepLabel="Keep it"
        confirmLabel="Revoke"
        open={ending !== null}
        onOpenChange={() => setEnding(null)}
        onConfirm={() => ending && void revoke(ending.id)}
      />
    </SettingsSection>
  );
}
