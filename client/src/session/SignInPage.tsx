import { Navigate, useLocation } from 'react-router';
import { apiUrl } from '../apollo/apiUrl.js';
import { buttonClass } from '../ui/controls/Button.js';
import { EntryCard, EntryField, EntryForm } from './EntryForm.js';
import { EntryLink } from './EntryLink.js';
import { useSession, wayBack } from './session.js';
import { signInProblem } from './signInProblem.js';
import { useEnterDoor } from './useEnterDoor.js';

/** Signs in by whatever way the desk offers, and leads on to where the person was going. */
export function SignInPage() {
  const { user, needsFirstAdmin, anybodyMaySubmit, mailsPasswordResets, signInMethods, mode } = useSession();
  const { search } = useLocation();
  const to = wayBack(search);
  // A new document: nothing that somebody else's cache holds stays behind.
  const { refusal, busy, submit } = useEnterDoor('sign-in', () => window.location.replace(to));
  if (user) return <Navigate to={to} replace />;
  if (needsFirstAdmin && mode === 'TEAM') return <Navigate to="/setup" replace />;
  const problem = signInProblem(search);
  const others = signInMethods.filter(({ kind }) => kind === 'OIDC');
  const byPassword = signInMethods.some(({ kind }) => kind === 'PASSWORD');
  return (
    <EntryCard title="Sign in">
      {problem && (
        <p role="alert" className="mt-4 rounded-2 bg-danger-soft px-3 py-2 text-danger">
          {problem}
        </p>
      )}
      {others.map(({ label, url }) => (
        <a
          key={label}
          href={`${apiUrl}${url ?? ''}?${new URLSearchParams({ to })}`}
          className={`${buttonClass({ size: 'lg' })} mt-5 h-9! w-full max-rail:h-11!`}
        >
          {label}
        </a>
      ))}
      {byPassword && (
        <EntryForm label="Sign in" action="Sign in" busy={busy} refusal={refusal} onSubmit={submit()}>
          <EntryField name="email" type="email" label="E-mail" autoComplete="username" autoFocus refusal={refusal} />
          <EntryField
            name="password"
            type="password"
            label="Password"
            autoComplete="current-password"
            refusal={refusal}
          />
        </EntryForm>
      )}
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-12">
        {byPassword && mailsPasswordResets && <EntryLink to="/reset">Forgot your password?</EntryLink>}
        {anybodyMaySubmit && <EntryLink to="/new">Not on the team? Send a request</EntryLink>}
      </p>
    </EntryCard>
  );
}
