/** Where the API answers; the same origin unless the build says otherwise. */
// Vite fills it in; outside of its builds there is nothing to fill in.
export const apiUrl = import.meta.env?.VITE_API_URL ?? '';
