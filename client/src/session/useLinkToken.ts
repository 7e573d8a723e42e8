import { useState } from 'react';

/** The secret of a link, from the part of the address that no server sees. */
export function useLinkToken(): string | null {
  const [token] = useState(() => window.location.hash.slice(1) || null);
  return token;
}
