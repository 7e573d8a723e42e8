import { registerEnumType } from 'type-graphql';
import type { Caller } from '../../caller.js';
import type { Requester } from '../../people/requester.js';
import type { Ticket } from '../../tickets/ticket.entity.js';

export enum CannotReplyReason {
  NO_ADDRESS = 'no_address',
  ADDRESS_BOUNCES = 'address_bounces',
  MAIL_NOT_SET_UP = 'mail_not_set_up',
  REQUESTER_BLOCKED = 'requester_blocked',
  MERGED = 'merged',
  TOKEN_SCOPE = 'token_scope',
}

registerEnumType(CannotReplyReason, {
  name: 'CannotReplyReason',
  description: 'Why a reply is refused, or reaches nobody by mail.',
  valuesConfig: {
    NO_ADDRESS: { description: 'No address of the requester is known; the words are kept here.' },
    ADDRESS_BOUNCES: { description: 'Mail to the requester’s address came back; the words are kept here.' },
    MAIL_NOT_SET_UP: { description: 'The desk sends no mail; the words are kept here.' },
    REQUESTER_BLOCKED: { description: 'The requester is blocked: a reply is refused.' },
    MERGED: { description: 'The ticket goes on in another one: a reply is refused here.' },
    TOKEN_SCOPE: { description: 'The token lacks the scope REPLIES_SEND: a reply is refused.' },
  },
});

const refusing: readonly CannotReplyReason[] = [
  CannotReplyReason.MERGED,
  CannotReplyReason.REQUESTER_BLOCKED,
  CannotReplyReason.TOKEN_SCOPE,
];

/** What mail cannot carry is said all the same, and kept. */
export function mayReply(reasons: readonly CannotReplyReason[]): boolean {
  return !reasons.some((reason) => refusing.includes(reason));
}

export function reasonsAgainst(
  { scopes }: Caller,
  { mergedIntoKey }: Ticket,
  requester: Requester | null,
  isMailSetUp: boolean,
): CannotReplyReason[] {
  const address = requester?.emails[0];
  return [
    ...(mergedIntoKey == null ? [] : [CannotReplyReason.MERGED]),
    ...(scopes && !scopes.includes('REPLIES_SEND') ? [CannotReplyReason.TOKEN_SCOPE] : []),
    ...(requester?.blocked ? [CannotReplyReason.REQUESTER_BLOCKED] : []),
    ...(address ? [] : [CannotReplyReason.NO_ADDRESS]),
    ...(address?.bouncing ? [CannotReplyReason.ADDRESS_BOUNCES] : []),
    ...(isMailSetUp ? [] : [CannotReplyReason.MAIL_NOT_SET_UP]),
  ];
}
