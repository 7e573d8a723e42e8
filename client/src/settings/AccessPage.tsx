import { useQuery } from '@apollo/client/react';
import { Globe, KeyRound, Lock, LockOpen } from 'lucide-react';
import { Link } from 'react-router';
import { gql } from '../apollo/gql.js';
import { AccessPageDocument } from '../gql/graphql.js';
import { NamelessCalls } from '../session/NamelessCalls.js';
import { useSession } from '../session/session.js';
import { buttonClass } from '../ui/controls/Button.js';
import { Tag } from '../ui/feedback/Tag.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';

gql`
  query AccessPage {
    viewer {
      namelessRestCalls
    }
  }
`;

const glyph = { size: 16, strokeWidth: 1.5, className: 'text-meta', 'aria-hidden': true } as const;

/** What is open and what is closed. The server's environment decides it, so there is nothing to switch here. */
export function AccessPage() {
  const { mode, needsFirstAdmin, anybodyMaySubmit, user, signInMethods } = useSession();
  const { data } = useQuery(AccessPageDocument, { skip: mode !== 'OPEN', fetchPolicy: 'network-only' });
  const oidc = signInMethods.find(({ kind }) => kind === 'OIDC');
  const isTeam = mode === 'TEAM';
  return (
    <SettingsSection
      title="Access"
      lead="Who may see this desk. The mode comes from the server’s settings; this page shows what it does."
      action={
        needsFirstAdmin ? (
          <Link to="/setup" data-tone="primary" className={buttonClass({ tone: 'primary' })}>
            Set up your team
          </Link>
        ) : (
          !user && (
            <Link to="/sign-in" className={buttonClass()}>
              Sign in
            </Link>
          )
        )
      }
    >
      <Lines label="Access">
        <Line
          mark={isTeam ? <Lock {...glyph} /> : <LockOpen {...glyph} />}
          title={isTeam ? 'People sign in' : 'Whoever reaches this desk is the team'}
          hint={
            isTeam
              ? 'Reading and changing tickets needs an account or a token.'
              : needsFirstAdmin
                ? 'There are no accounts. The first one closes the desk, unless the server says ACCESS=open.'
                : 'The server says ACCESS=open: accounts only give names.'
          }
        >
          <Tag icon={isTeam ? Lock : LockOpen}>{isTeam ? 'team' : 'open'}</Tag>
        </Line>
        <Line
          mark={<KeyRound {...glyph} />}
          title="Programs"
          hint={
            isTeam ? (
              'REST and GraphQL need a token.'
            ) : (
              <>
                REST and GraphQL answer without a token.{' '}
                {data && <NamelessCalls count={data.viewer.namelessRestCalls} />}
              </>
            )
          }
        />
        <Line
          mark={<Globe {...glyph} />}
          title="Requests from outside"
          hint={
            anybodyMaySubmit
              ? 'Anyone may send one: the server says SUBMIT=open.'
              : isTeam
                ? 'Only members may send one: the server says SUBMIT=members.'
                : 'Once people sign in, only members may send one: the server says SUBMIT=members.'
          }
        >
          <Tag icon={Globe}>{anybodyMaySubmit ? 'open' : 'members'}</Tag>
        </Line>
        <Line
          mark={<Lock {...glyph} />}
          title={oidc ? oidc.label : 'Single sign-on'}
          hint={oidc ? 'OpenID Connect, by OIDC_ISSUER.' : 'Not set up; OIDC_ISSUER on the server does it.'}
        />
      </Lines>
      <p className="mt-4 text-12 text-meta">
        <a href="/third-party-licences.txt" className="underline hover:text-body">
          Licences of the software in these pages
        </a>
      </p>
    </SettingsSection>
  );
}
