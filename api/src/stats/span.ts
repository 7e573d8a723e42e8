/** What statements over tickets say of a span of time; its ends are the parameters `from` and `to`. */

/** From is inclusive, to is exclusive. */
export const within = (field: string) => `${field} >= :from and ${field} < :to`;

/** How long a ticket took; of those that are resolved. */
export const hoursToResolve = 'extract(epoch from ticket.resolvedAt - ticket.createdAt)::float8 / 3600';
