/** How long after it was finished words from outside reopen a ticket; later they begin another one. */
export const reopensFor = '14 days';
