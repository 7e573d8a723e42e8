/**
 * How a part of the client that loads late is fetched. While the server is away it is waited for, and nothing is imported:
 * a browser may remember a failed import for as long as the page lives. Where the server answers and the part is not there,
 * a deployment has replaced it: it is tried once more, and then the page is reloaded, once.
 */
import { dismissToast, showToast } from './feedback/toasts.js';

const RETRY_MS = 1_000;
/** A second reload within this time would not help either. */
const RELOAD_AGAIN_MS = 60_000;
const RELOADED_AT = 'relaydesk.reloadedAt';

/** Rejects where the part cannot be had although the server answers. */
export async function loadReliably<T>(load: () => Promise<T>): Promise<T> {
  // While the page itself is coming, so does the part that it shows first, without a question before it.
  if (document.readyState === 'complete') await serverBack();
  try {
    return await load();
  } catch {
    await serverBack();
  }
  try {
    await refetchStyles();
    return await load();
  } catch (error) {
    if (!mayReload()) throw error;
    window.location.reload();
    return new Promise(() => undefined);
  }
}

async function serverBack(): Promise<void> {
  let toast: number | null = null;
  while (!(await isReachable())) {
    toast ??= showToast('The server cannot be reached. This page opens as soon as it responds.', { progress: 0 });
    await pause();
  }
  if (toast !== null) dismissToast(toast);
}

/** The page's own address always answers while the desk runs; a proxy without a desk behind it answers 502 to 504. */
export async function isReachable(): Promise<boolean> {
  try {
    const { status } = await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' });
    return status < 500;
  } catch {
    return false;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, RETRY_MS);
    window.addEventListener('online', done);
  });
}

/** A style sheet that failed is not asked for again with its part: it is put in anew. */
async function refetchStyles(): Promise<void> {
  const failed = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(
    ({ sheet }) => !sheet,
  );
  await Promise.all(
    failed.map(
      (link) =>
        new Promise((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.onload = resolve;
          again.onerror = reject;
          link.replaceWith(again);
        }),
    ),
  );
}

/** Without storage nobody could tell how often the page was reloaded: then never. */
function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
    if (Date.now() - last < RELOAD_AGAIN_MS) return false;
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}
