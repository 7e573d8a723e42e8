import type { InboundMailState } from '../gql/graphql.js';

/** What became of a mail, in words. */
export const mailNames = {
  RECEIVED: 'Not read yet',
  NEW_TICKET: 'New ticket',
  THREADED: 'Answer',
  AUTOMATIC: 'Automatic',
  BOUNCE: 'Came back',
  IGNORED: 'Ignored',
  QUARANTINED: 'Quarantine',
  FAILED: 'Failed',
} satisfies Record<InboundMailState, string>;

/** What a person may want read as if a person had written it. */
export const isReadable = (state: InboundMailState) =>
  state !== 'NEW_TICKET' && state !== 'THREADED' && state !== 'RECEIVED';
