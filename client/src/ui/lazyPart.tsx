/**
 * A component that loads when it is first shown, or before that once the page is at rest. Unlike React's own it forgets a
 * failure: the next attempt fetches again.
 */
import { type ComponentType, use } from 'react';
import { isReachable, loadReliably } from './loadReliably.js';

type LazyPart<P extends object> = ComponentType<P> & {
  /** Fetches it quietly: a failure is met when the part is shown. */
  preload: () => void;
};

/** Long enough for the first rows and figures to come before anything else does. */
const REST_MS = 2_000;

/** How long a failure holds: React renders more than once before it gives up, and must meet the same one. */
const FAILED_MS = 1_000;

/** Each rejects where it cannot be had. */
const preloads: (() => Promise<unknown>)[] = [];

export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let part: ComponentType<P> | null = null;
  let loading: Promise<ComponentType<P>> | null = null;
  const keep = (found: ComponentType<P>) => {
    part = found;
    return found;
  };
  const forget = () => {
    loading = null;
  };
  const fetchPart = () => {
    if (loading) return loading;
    loading = loadReliably(load).then(keep);
    loading.catch(() => setTimeout(forget, FAILED_MS));
    return loading;
  };
  const preload = async () => part ?? loading ?? load().then(keep);
  preloads.push(preload);
  const Lazy = (props: P) => {
    const Part = part ?? use(fetchPart());
    return <Part {...props} />;
  };
  return Object.assign(Lazy, {
    preload: () =>
      void isReachable()
        .then((is) => (is ? preload() : null))
        .catch(() => null),
  });
}

/** A value that loads when it is first wanted, or before that once the page is at rest. */
export function lazyValue<T>(load: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | null = null;
  const fetchValue = () => {
    value ??= load()
      .catch(() => loadReliably(load))
      .catch((error: unknown) => {
        value = null;
        throw error;
      });
    return value;
  };
  preloads.push(fetchValue);
  return fetchValue;
}

/** Fetches every part once the page is at rest, unless the person saves data. Answers with the way to stop. */
export function preloadWhenIdle(): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => undefined;
  let isStopped = false;
  const timer = setTimeout(() => void preloadAll(() => isStopped).catch(() => undefined), REST_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** One after the other, so that what a person does meanwhile comes first. The first failure ends it. */
async function preloadAll(isStopped: () => boolean): Promise<void> {
  if (!(await isReachable())) return;
  for (const preload of preloads) {
    await idle();
    if (isStopped()) return;
    await preload();
  }
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}
