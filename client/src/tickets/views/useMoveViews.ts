import { useEffect } from 'react';
import { useSession } from '../../session/session.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { useSaveView } from './useSaveView.js';
import { storedViews, viewsPreference } from './views.js';

let moving = false;

/** The views that this browser kept move to the server with the first person who signs in: once, and each only when it is there. */
export function useMoveViews(): void {
  const { user } = useSession();
  const { save } = useSaveView();
  useEffect(() => {
    if (!user || moving) return;
    const kept = storedViews();
    if (kept.length === 0) return;
    moving = true;
    void (async () => {
      for (const view of kept) {
        if (!(await save(view))) break;
        viewsPreference.write(viewsPreference.read().filter(({ name }) => name !== view.name));
      }
      moving = false;
      showToast('Your saved views moved to your account');
    })();
  }, [user, save]);
}
