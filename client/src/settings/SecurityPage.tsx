import { useQuery } from '@apollo/client/react';
import { Monitor } from 'lucide-react';
import { useState } from 'react';
import { gql } from '../apollo/gql.js';
import { SecurityPageDocument } from '../gql/graphql.js';
import { knock } from '../session/knock.js';
import { Time } from '../time/Time.js';
import { Button } from '../ui/controls/Button.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { Tag } from '../ui/feedback/Tag.js';
import { showToast } from '../ui/feedback/toasts.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { DialogForm } from './DialogForm.js';
import { describeBrowser } from './describeBrowser.js';
import { Line, Lines, SettingsSection } from './SettingsSection.js';
import { useChangeOwn } from './useChangeOwn.js';

gql`
  query SecurityPage {
    viewer {
      sessions {
        id
        address
        userAgent
        createdAt
        lastUsedAt
        current
      }
    }
  }
`;

/** One's password and the browsers that are signed in. */
export function SecurityPage() {
  const { data, refetch } = useQuery(SecurityPageDocument, { fetchPolicy: 'cache-and-network' });
  const { revokeSessions } = useChangeOwn();
  const [changing, setChanging] = useState(false);
  const sessions = data?.viewer.sessions ?? [];
  const end = async (input: Parameters<typeof revokeSessions>[0], said: string) => {
    const { fault } = await revokeSessions(input);
    showToast(fault ?? said, { tone: fault ? 'danger' : 'plain' });
  };
  const changePassword = async (fields: FormData) => {
    const refusal = await knock('password', Object.fromEntries(fields));
    if (refusal) return refusal.form ?? Object.values(refusal.fields)[0] ?? 'The password was refused.';
    setChanging(false);
    showToast('Password changed. You were signed out everywhere else.');
    void refetch();
    return null;
  };
  return (
    <>
      <SettingsSection title="Password" action={<Button onClick={() => setChanging(true)}>Change password</Button>}>
        <p className="text-body">Changing it signs you out everywhere else.</p>
      </SettingsSection>
      <SettingsSection
        title="Sessions"
        lead="Browsers that are signed in. A session ends after 14 days without use, and after 60 days at most."
        action={
          sessions.length > 1 && (
            <Button onClick={() => void end({ allOthers: true }, 'Signed out everywhere else')}>
              Sign out everywhere else
            </Button>
          )
        }
      >
        <Lines label="Sessions">
          {sessions.map(({ id, address, userAgent, lastUsedAt, current }) => (
            <Line
              key={id}
              mark={<Monitor size={16} strokeWidth={1.5} className="text-meta" aria-hidden />}
              title={describeBrowser(userAgent)}
              hint={
                <>
                  {address} · last used <Time instant={lastUsedAt} />
                </>
              }
            >
              {current ? (
                <Tag icon={Monitor}>this one</Tag>
              ) : (
                <Button size="sm" onClick={() => void end({ ids: [id] }, 'Session ended')}>
                  End
                </Button>
              )}
            </Line>
          ))}
        </Lines>
      </SettingsSection>
      <Dialog title="Change password" open={changing} onOpenChange={setChanging}>
        <DialogForm action="Change password" onSubmit={changePassword} onCancel={() => setChanging(false)}>
          <Field label="Current password">
            {(control) => <TextInput {...control} name="current" type="password" autoComplete="current-password" />}
          </Field>
          <Field label="New password" hint="at least 10 characters">
            {(control) => <TextInput {...control} name="password" type="password" autoComplete="new-password" />}
          </Field>
        </DialogForm>
      </Dialog>
    </>
  );
}
