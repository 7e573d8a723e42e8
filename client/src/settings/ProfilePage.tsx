import { useQuery } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { ProfilePageDocument } from '../gql/graphql.js';
import { Button } from '../ui/controls/Button.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { showToast } from '../ui/feedback/toasts.js';
import { CheckLine } from './DialogForm.js';
import { SettingsSection } from './SettingsSection.js';
import { useChangeOwn } from './useChangeOwn.js';

gql`
  query ProfilePage {
    viewer {
      emailNotifications
      mailsPasswordResets
      user {
        id
        displayName
        handle
        email
      }
    }
  }
`;

export function ProfilePage() {
  const { data } = useQuery(ProfilePageDocument);
  const { updateViewer } = useChangeOwn();
  const [fault, setFault] = useState<string | null>(null);
  const user = data?.viewer.user;
  if (!user) return null;
  const { emailNotifications, mailsPasswordResets } = data.viewer;
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const { fault } = await updateViewer({
      displayName: String(fields.get('displayName')),
      handle: String(fields.get('handle')).replace(/^@/, ''),
      ...(mailsPasswordResets && { emailNotifications: fields.get('emailNotifications') === 'on' }),
    });
    setFault(fault);
    if (!fault) showToast('Profile saved');
  };
  return (
    <SettingsSection title="Profile" lead="How colleagues see you. Your initials are made from your name.">
      <form aria-label="Profile" noValidate className="flex max-w-[440px] flex-col gap-4" onSubmit={save}>
        <div className="flex items-center gap-3">
          <Avatar name={user.displayName} own className="size-8!" />
          <span className="min-w-0 wrap-anywhere">
            <span className="block font-medium text-strong">{user.displayName}</span>
            <span className="block text-12 text-meta">{user.email}</span>
          </span>
        </div>
        <Field label="Name">
          {(control) => <TextInput {...control} name="displayName" defaultValue={user.displayName} />}
        </Field>
        <Field label="Handle" hint="colleagues write @handle in a note">
          {(control) => <TextInput {...control} name="handle" defaultValue={user.handle} spellCheck={false} />}
        </Field>
        {mailsPasswordResets && (
          <CheckLine
            name="emailNotifications"
            value="on"
            defaultChecked={emailNotifications}
            label="E-mail me about unread notifications"
            hint="When a mention, an assignment or a requester’s reply stays unread for two minutes; one e-mail per ticket."
          />
        )}
        <p role="alert" className="text-danger empty:hidden">
          {fault}
        </p>
        <div>
          <Button type="submit" tone="primary" size="lg">
            Save
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
