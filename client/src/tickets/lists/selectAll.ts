/** Selecting every ticket of a list: the pages that are not loaded yet are loaded first, with a message that says how far. */
import { formatNumber } from '../../time/time.js';
import { changeToast, dismissToast, showToast } from '../../ui/feedback/toasts.js';

interface Page {
  edges: readonly { node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface WholeList {
  ids: readonly string[];
  pageInfo: Page['pageInfo'] | undefined;
  total: number | null;
  fetchAfter: (cursor: string) => Promise<{ data?: { tickets: Page } | undefined }>;
}

/** A list of more rows would fill the memory of the page; it is narrowed first. */
const MOST = 10_000;

/** Whether all can be selected, and more than are loaded or chosen. */
export function canSelectAll(total: number | null, selected: number): total is number {
  return total !== null && total <= MOST && selected > 0 && total > selected;
}

/** Resolves with all ids, or with null where a page could not be loaded. */
export async function idsOfAll({ ids, pageInfo, total, fetchAfter }: WholeList): Promise<string[] | null> {
  const all = new Set(ids);
  let rest = pageInfo;
  if (!rest?.hasNextPage) return [...all];
  const sentence = () => `Selecting ${formatNumber(all.size)} of ${formatNumber(total ?? all.size)} tickets`;
  const toast = showToast(sentence(), { progress: 0 });
  try {
    while (rest?.hasNextPage && rest.endCursor && all.size < MOST) {
      const { data }: Awaited<ReturnType<typeof fetchAfter>> = await fetchAfter(rest.endCursor);
      for (const { node } of data?.tickets.edges ?? []) all.add(node.id);
      rest = data?.tickets.pageInfo;
      changeToast(toast, sentence(), { progress: total ? Math.min(1, all.size / total) : 0 });
    }
    return [...all];
  } catch {
    showToast('Not all tickets could be selected: the server did not answer', { tone: 'danger' });
    return null;
  } finally {
    dismissToast(toast);
  }
}
