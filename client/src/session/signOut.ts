import { showToast } from '../ui/feedback/toasts.js';
import { knock } from './knock.js';

/** Ends the session. The page loads anew: nothing that was read stays in memory. */
export async function signOut(): Promise<void> {
  const refusal = await knock('sign-out', {});
  if (refusal) showToast(refusal.form ?? 'You could not be signed out', { tone: 'danger' });
  else window.location.replace('/');
}
