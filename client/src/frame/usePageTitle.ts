import { useEffect } from 'react';

/** Names the browser tab after the page. Null leaves the name to what is open inside the page. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = `${title} · Relaydesk`;
  }, [title]);
}
