import type { TokenScope } from '../gql/graphql.js';

/** What a token may, in words. */
export const scopeNames = {
  TICKETS_READ: { name: 'Read tickets', hint: 'Lists, texts, figures, exports' },
  TICKETS_WRITE: { name: 'Write tickets', hint: 'Status, priority, category, assignee' },
  REPLIES_SEND: { name: 'Send replies', hint: 'Words that requesters read' },
  REQUESTS_CREATE: { name: 'Create requests', hint: 'As somebody from outside' },
  NOTES_READ: { name: 'Read notes', hint: 'What the team says among itself' },
  PEOPLE_READ: { name: 'Read people', hint: 'Names and addresses' },
  ADMIN: { name: 'Administer', hint: 'People, teams, audit; for administrators alone' },
} as const satisfies Record<TokenScope, { name: string; hint: string }>;

export const allScopes = Object.keys(scopeNames) as TokenScope[];

export function describeScopes(scopes: readonly TokenScope[]): string {
  const words = allScopes
    .filter((scope) => scopes.includes(scope))
    .map((scope) => scopeNames[scope].name.toLowerCase());
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
