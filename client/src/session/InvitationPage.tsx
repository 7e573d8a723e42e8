import { EntryCard, EntryField, EntryForm, NewPasswordField } from './EntryForm.js';
import { EntryLink } from './EntryLink.js';
import { useEnterDoor } from './useEnterDoor.js';
import { useLinkToken } from './useLinkToken.js';

/** Where an invitation leads: a name and a password, and the person is on the team. */
export function InvitationPage() {
  const token = useLinkToken();
  const { refusal, busy, submit } = useEnterDoor('invitation', () => window.location.replace('/'));
  if (!token)
    return (
      <EntryCard title="This invitation is incomplete" lead="Open the whole link, or ask an administrator for another.">
        <p className="mt-4 text-12">
          <EntryLink to="/sign-in">Go to sign-in</EntryLink>
        </p>
      </EntryCard>
    );
  return (
    <EntryCard title="Welcome to the team" lead="Choose a password. This invitation works once.">
      <EntryForm
        label="Join the team"
        action="Join the team"
        busy={busy}
        refusal={refusal}
        onSubmit={(event) => {
          const name = new FormData(event.currentTarget).get('displayName');
          // Left empty, the name stays as the administrator wrote it.
          void submit({ token, ...(name === '' && { displayName: undefined }) })(event);
        }}
      >
        <EntryField
          name="displayName"
          label="Your name"
          hint="leave empty to keep the one you were invited by"
          autoComplete="name"
          autoFocus
          refusal={refusal}
        />
        <NewPasswordField refusal={refusal} />
      </EntryForm>
    </EntryCard>
  );
}
