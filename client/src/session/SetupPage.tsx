import { useQuery } from '@apollo/client/react';
import { Globe, KeyRound, Lock, type LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Navigate } from 'react-router';
import { gql } from '../apollo/gql.js';
import { SetupPageDocument } from '../gql/graphql.js';
import { Button } from '../ui/controls/Button.js';
import { Checkbox } from '../ui/controls/Checkbox.js';
import { Secret } from '../ui/controls/Secret.js';
import { EntryCard, EntryField, EntryForm, NewPasswordField } from './EntryForm.js';
import { NamelessCalls } from './NamelessCalls.js';
import { useSession } from './session.js';
import { useCreateApiToken } from './useCreateApiToken.js';
import { useEnterDoor } from './useEnterDoor.js';

gql`
  query SetupPage {
    viewer {
      namelessRestCalls
    }
  }
`;

const enter = () => window.location.replace('/');

/** Makes the first administrator. It says what closes before it closes, and offers what programs need from then on. */
export function SetupPage() {
  const { needsFirstAdmin, anybodyMaySubmit, mode, user } = useSession();
  // A closed desk tells it to members alone, and has shut them out already.
  const { data } = useQuery(SetupPageDocument, { skip: mode !== 'OPEN', fetchPolicy: 'network-only' });
  const [wantsToken, setWantsToken] = useState(false);
  const [token, setToken] = useState<Awaited<ReturnType<ReturnType<typeof useCreateApiToken>>> | null>(null);
  const createApiToken = useCreateApiToken();
  const opened = async () => {
    if (!wantsToken) return enter();
    setToken(
      await createApiToken({
        name: 'Programs',
        scopes: ['TICKETS_READ', 'TICKETS_WRITE', 'REQUESTS_CREATE'],
        forDesk: true,
      }),
    );
  };
  const { refusal, busy, submit } = useEnterDoor('setup', () => void opened());
  if (token) return <TokenMade token={token} />;
  if (mode && (user || !needsFirstAdmin)) return <Navigate to="/" replace />;
  return (
    <EntryCard
      title="Set up your team"
      lead="You become the first administrator. Only someone who can read the server’s terminal can do this."
    >
      <EntryForm label="Set up your team" action="Create the team" busy={busy} refusal={refusal} onSubmit={submit()}>
        <EntryField
          name="code"
          label="Code from the terminal"
          hint="printed at every start"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          className="font-mono uppercase"
          refusal={refusal}
        />
        <EntryField name="displayName" label="Your name" autoComplete="name" refusal={refusal} />
        <EntryField name="email" type="email" label="E-mail" autoComplete="username" refusal={refusal} />
        <NewPasswordField refusal={refusal} />
        <section aria-labelledby="changes" className="rounded-2 border border-line">
          <h2 id="changes" className="border-b border-hair px-3 py-2 text-12 text-body">
            What changes from now on
          </h2>
          <Change icon={Lock} what="Reading and changing tickets needs a sign-in">
            Invite your colleagues under Settings, People.
          </Change>
          <Change icon={KeyRound} what="Programs need a token">
            REST and GraphQL refuse callers without one.{' '}
            {data && <NamelessCalls count={data.viewer.namelessRestCalls} />}
            <span className="mt-1.5 flex items-center gap-2 text-strong">
              <Checkbox
                label="Make a desk token for them"
                checked={wantsToken}
                onChange={(checked) => setWantsToken(checked)}
              />
              <span aria-hidden>Make a desk token for them</span>
            </span>
          </Change>
          {anybodyMaySubmit ? (
            <Change icon={Globe} what="Anyone may still send a request">
              Set <code className="font-mono text-12">SUBMIT=members</code> on the server to close this too.
            </Change>
          ) : (
            <Change icon={Globe} what="Sending a request needs a sign-in too">
              The server says <code className="font-mono text-12">SUBMIT=members</code>.
            </Change>
          )}
        </section>
      </EntryForm>
    </EntryCard>
  );
}

function Change({ icon: Icon, what, children }: { icon: LucideIcon; what: string; children: ReactNode }) {
  return (
    <div className="flex gap-2.5 border-hair px-3 py-2.5 not-last:border-b">
      <Icon size={14} strokeWidth={1.5} className="mt-[3px] shrink-0 text-meta" aria-hidden />
      <div className="min-w-0 text-body">
        <p className="text-strong">{what}</p>
        {children}
      </div>
    </div>
  );
}

function TokenMade({ token }: { token: { secret: string } | { fault: string } }) {
  const made = 'secret' in token;
  return (
    <EntryCard
      title={made ? 'Copy the desk token now' : 'The team is set up'}
      lead={
        made
          ? 'It is shown once and stored nowhere. It may read and change tickets and send requests, for 90 days.'
          : `${token.fault} You can make one under Settings, Desk tokens.`
      }
    >
      {made && <Secret name="Desk token" value={token.secret} />}
      <Button tone="primary" size="lg" className="mt-5 h-9! w-full max-rail:h-11!" onClick={enter}>
        {made ? 'I have copied it' : 'Go to the desk'}
      </Button>
    </EntryCard>
  );
}
