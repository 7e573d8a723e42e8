/** What statements over tickets say of a span of time; its ends are the parameters `from` and `to`. */

/** From is inclusive, to is exclusive. */
export const within = (field: string) => `${field} >= :from and ${field} < :to`;

/** Statistics count what was merged once, as the ticket that goes on. */
export const standsForItself = (alias = 'ticket') => `${alias}.mergedIntoKey is null`;

/** How long a ticket took; of those that are resolved. */
export const hoursToResolve = 'extract(epoch from ticket.resolvedAt - ticket.createdAt)::float8 / 3600';

/** How long the requester waited for the first public words of a person. */
export const minutesToRespond = (alias: string) =>
  `extract(epoch from ${alias}.firstResponseAt - ${alias}.createdAt)::float8 / 60`;
