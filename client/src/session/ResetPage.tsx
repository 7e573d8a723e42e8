import { useState } from 'react';
import { EntryCard, EntryField, EntryForm, NewPasswordField } from './EntryForm.js';
import { EntryLink } from './EntryLink.js';
import { useSession } from './session.js';
import { useEnterDoor } from './useEnterDoor.js';
import { useLinkToken } from './useLinkToken.js';

/** Asks for a link, or, opened by one, for the new password. */
export function ResetPage() {
  const token = useLinkToken();
  return token ? <NewPassword token={token} /> : <AskForLink />;
}

function BackToSignIn() {
  return (
    <p className="mt-4 text-12">
      <EntryLink to="/sign-in">Back to sign-in</EntryLink>
    </p>
  );
}

function AskForLink() {
  const { mailsPasswordResets } = useSession();
  const [sent, setSent] = useState(false);
  const { refusal, busy, submit } = useEnterDoor('reset', () => setSent(true));
  if (!mailsPasswordResets)
    return (
      <EntryCard
        title="Ask an administrator"
        lead="An administrator can give you a link to set a new password. It works once, for one hour."
      >
        <BackToSignIn />
      </EntryCard>
    );
  // The same words whether or not the address has an account.
  if (sent)
    return (
      <EntryCard
        title="Look into your mail"
        lead="If that address has an account here, a link to set a new password is on its way. It works once, for one hour."
      >
        <BackToSignIn />
      </EntryCard>
    );
  return (
    <EntryCard title="Reset your password" lead="We mail you a link to set a new one. It works once, for one hour.">
      <EntryForm label="Reset your password" action="Mail me a link" busy={busy} refusal={refusal} onSubmit={submit()}>
        <EntryField name="email" type="email" label="E-mail" autoComplete="username" autoFocus refusal={refusal} />
      </EntryForm>
      <BackToSignIn />
    </EntryCard>
  );
}

function NewPassword({ token }: { token: string }) {
  const [saved, setSaved] = useState(false);
  const { refusal, busy, submit } = useEnterDoor('reset/confirm', () => setSaved(true));
  if (saved)
    return (
      <EntryCard title="Your new password is set" lead="You were signed out everywhere. Sign in with it now.">
        <BackToSignIn />
      </EntryCard>
    );
  return (
    <EntryCard title="Choose a new password" lead="This signs you out everywhere.">
      <EntryForm
        label="Choose a new password"
        action="Save the password"
        busy={busy}
        refusal={refusal}
        onSubmit={submit({ token })}
      >
        <NewPasswordField label="New password" refusal={refusal} />
      </EntryForm>
    </EntryCard>
  );
}
