/** Names of those who write, as the conversation shows them. */

/** The team without a name, on a desk without accounts. */
export const teamName = 'Support team';
export const unknownRequester = 'The requester';

export function authorName(by: { displayName: string } | null | undefined, isTeam: boolean): string {
  return by?.displayName ?? (isTeam ? teamName : unknownRequester);
}
