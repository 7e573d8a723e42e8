import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { Node } from '../../relay/node.js';

/** GraphQL shows the keys; the values are kept. */
export enum AuditEventType {
  SIGN_IN = 'sign_in',
  SIGN_IN_FAILED = 'sign_in_failed',
  SIGN_OUT = 'sign_out',
  PASSWORD_CHANGED = 'password_changed',
  USER_INVITED = 'user_invited',
  USER_CHANGED = 'user_changed',
  TEAM_CHANGED = 'team_changed',
  TOKEN_CREATED = 'token_created',
  TOKEN_REVOKED = 'token_revoked',
  TOKEN_USED_ELSEWHERE = 'token_used_elsewhere',
  WEBHOOK_CHANGED = 'webhook_changed',
  CLASSIFIER_CHANGED = 'classifier_changed',
  MODE_CHANGED = 'mode_changed',
  EXPORTED = 'exported',
  TICKET_DELETED = 'ticket_deleted',
  REQUESTER_ERASED = 'requester_erased',
  REQUEST_LINK_ROTATED = 'request_link_rotated',
}

registerEnumType(AuditEventType, {
  name: 'AuditEventType',
  description: 'What was done to the desk itself.',
  valuesConfig: {
    SIGN_IN: { description: 'Somebody signed in.' },
    SIGN_IN_FAILED: { description: 'A sign-in was refused.' },
    SIGN_OUT: { description: 'A session was ended, by its owner or by an administrator.' },
    PASSWORD_CHANGED: { description: 'A password was set, or a link to set one was made.' },
    USER_INVITED: { description: 'Somebody was invited.' },
    USER_CHANGED: { description: 'Name, address, role or activity of a person changed.' },
    TEAM_CHANGED: { description: 'A team was made, changed or deleted.' },
    TOKEN_CREATED: { description: 'An API token was made.' },
    TOKEN_REVOKED: { description: 'An API token was revoked.' },
    TOKEN_USED_ELSEWHERE: { description: 'An API token was used from another address than before.' },
    WEBHOOK_CHANGED: {
      description: 'A webhook was made, changed or deleted, got a new secret, or was switched off by itself.',
    },
    CLASSIFIER_CHANGED: { description: 'Another local classifier was put to use by a person.' },
    MODE_CHANGED: { description: 'The desk got its first account, so that callers without a name are shut out.' },
    EXPORTED: { description: 'Tickets or the audit were exported.' },
    REQUESTER_ERASED: { description: 'A requester’s name, addresses and words were forgotten.' },
    REQUEST_LINK_ROTATED: {
      description: 'A requester’s link was replaced, and the new one told to whoever asked for it.',
    },
    TICKET_DELETED: { description: 'A ticket was deleted.' },
  },
});

@ObjectType({ implements: Node, description: 'One entry of the append-only audit, kept for 400 days.' })
export class AuditEvent extends Node {
  key!: string;

  /** The person who did it; null where it was a token of the desk, the operator or nobody. */
  actorKey!: number | null;

  tokenKey!: number | null;

  @Field(() => AuditEventType, { description: 'What was done.' })
  type!: AuditEventType;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'The name of whoever did it, as it was then.' })
  actorName!: string;

  @Field(() => String, { nullable: true, description: 'The network address it came from; null for the operator.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'To whom or what it was done.' })
  target!: string | null;

  @Field(() => String, { nullable: true, description: 'More about it, for a person.' })
  detail!: string | null;

  override get nodeKey(): string {
    return this.key;
  }
}
