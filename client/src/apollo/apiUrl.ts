/** Where the API answers; the same origin unless the build says otherwise. */
// Vite fills it in; outside of its builds there is nothing to fill in.
export const apiUrl = import.meta.env?.VITE_API_URL ?? '';

/** Where subscriptions are followed; `search` is what stands behind the path. */
export function socketUrl(search = ''): string {
  return `${new URL(apiUrl || '/', location.href).origin.replace(/^http/, 'ws')}/graphql${search}`;
}
