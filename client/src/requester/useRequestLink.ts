import { useCallback, useEffect, useState } from 'react';
import { knock } from '../session/knock.js';

/** What became of the link in the address: being asked, good, bad, or nobody answered. */
export type LinkState = 'asking' | 'good' | 'bad' | 'unreachable';

const refused = 'This link does not work.';

/** Exchanges the link whenever the page comes to the front: another tab may have opened another request meanwhile. */
export function useRequestLink() {
  const [token, setToken] = useState(() => window.location.hash.slice(1));
  const [state, setState] = useState<LinkState>('asking');
  const enter = useCallback(async () => {
    const refusal = await knock('request', { token });
    const next = refusal === null ? 'good' : refusal.form === refused ? 'bad' : 'unreachable';
    // What is on the screen stays while nobody answers.
    setState((before) => (next === 'unreachable' && before === 'good' ? before : next));
    return next === 'good';
  }, [token]);
  useEffect(() => {
    void enter();
    const onFront = () => void (document.visibilityState === 'visible' && enter());
    const onHash = () => {
      setState('asking');
      setToken(window.location.hash.slice(1));
    };
    document.addEventListener('visibilitychange', onFront);
    window.addEventListener('hashchange', onHash);
    return () => {
      document.removeEventListener('visibilitychange', onFront);
      window.removeEventListener('hashchange', onHash);
    };
  }, [enter]);
  return { token, state, enter };
}
