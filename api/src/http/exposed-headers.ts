/** What a page of another allowed origin may read of an answer, besides its body. */
export const exposedHeaders = [
  ...['content-disposition', 'etag', 'link', 'location', 'x-total-count', 'idempotent-replayed'],
  ...['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after', 'x-request-id'],
];
