/** The kinds of rules there are: which access a caller needs, and which scope a token. */
import type { AccessRule } from './graphql/access.js';

export const everybody: AccessRule = { to: 'PUBLIC' };
export const submits: AccessRule = { to: 'PUBLIC', scope: 'REQUESTS_CREATE' };
export const holdsLink: AccessRule = { to: 'REQUESTER' };
export const reads: AccessRule = { to: 'AGENT', scope: 'TICKETS_READ' };
export const writes: AccessRule = { to: 'AGENT', scope: 'TICKETS_WRITE' };
export const people: AccessRule = { to: 'AGENT', scope: 'PEOPLE_READ' };
export const notes: AccessRule = { to: 'AGENT', scope: 'NOTES_READ' };
export const writesNotes: AccessRule = { to: 'AGENT', scope: ['TICKETS_WRITE', 'NOTES_READ'] };
export const replies: AccessRule = { to: 'AGENT', scope: 'REPLIES_SEND' };
export const team: AccessRule = { to: 'AGENT' };
export const oneself: AccessRule = { to: 'SELF' };
export const oneselfWriting: AccessRule = { to: 'SELF', scope: 'TICKETS_WRITE' };
export const oneselfReading: AccessRule = { to: 'SELF', scope: 'TICKETS_READ' };
export const oneselfSignedIn: AccessRule = { to: 'SELF', session: true };
/** Headers of mail hold addresses of people. */
export const readsMail: AccessRule = { to: 'AGENT', scope: ['TICKETS_READ', 'PEOPLE_READ'] };
export const administers: AccessRule = { to: 'ADMIN', scope: 'ADMIN' };
export const administersSignedIn: AccessRule = { to: 'ADMIN', session: true };
