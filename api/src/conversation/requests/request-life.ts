/** How long a requester's page lives, and how long an answer there reopens what was finished. SQL on a row of `ticket`. */
import { reopensFor } from '../replies/reply-life.js';

/** When a link ends: 90 days after the last public word. Words that can still be taken back are not yet said. */
export const linkEnds = (ticket: string) => `(greatest(${ticket}.created_at, (select said.created_at from reply as said
  where said.ticket_number = ${ticket}.number and (said.held_until is null or said.held_until <= now())
  order by said.id desc limit 1)) + interval '90 days')`;

/** Until when an answer reopens what is finished; null while it is not. */
export const reopensUntil = (ticket: string) => `(${ticket}.resolved_at + interval '${reopensFor}')`;

/** Where the same requester asked both, the page of a merged ticket is that of the one that goes on. */
export const goesOnFor = (goesOn: string, ticket: string) =>
  `${goesOn}.number = ${ticket}.merged_into and ${goesOn}.requester_id = ${ticket}.requester_id`;
