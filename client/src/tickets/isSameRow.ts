/**
 * Whether a memoised row of a list stays as it is. Its masked ticket is a new object in every result of the list, and the
 * row reads its own fields anyway: the ticket is compared by id, everything else by identity.
 */
export function isSameRow<T extends { ticket: { id: string } }>(before: T, after: T): boolean {
  const names = Object.keys(after) as (keyof T)[];
  return names.every((name) =>
    name === 'ticket' ? before.ticket.id === after.ticket.id : before[name] === after[name],
  );
}
