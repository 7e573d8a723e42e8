import { TriangleAlert } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { ignoredParams } from './ignoredParams.js';

/** Under the filters: what the address asked for in vain. The next change of a filter writes the address anew, without it. */
export function IgnoredParams() {
  const [params] = useSearchParams();
  const ignored = ignoredParams(params);
  if (ignored.length === 0) return null;
  return (
    <p
      role="status"
      className="flex flex-none items-center gap-2 border-b border-warn-line bg-warn-soft px-4 py-1.5 text-12 text-body"
    >
      <TriangleAlert size={14} strokeWidth={1.5} className="shrink-0 text-warn" aria-hidden />
      <span className="min-w-0 wrap-anywhere">{`Ignored in the address: ${ignored.join(', ')}`}</span>
    </p>
  );
}
