import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type TokenScopeName, tokenScopes } from '../../caller.js';
import { DateTime } from '../../graphql/date-time.js';
import { Node } from '../../relay/node.js';

export const TokenScope = Object.fromEntries(tokenScopes.map((scope) => [scope, scope])) as {
  readonly [scope in TokenScopeName]: scope;
};

registerEnumType(TokenScope, {
  name: 'TokenScope',
  description: 'What a program with a token may do.',
  valuesConfig: {
    TICKETS_READ: { description: 'Read tickets, their trail, statistics and exports, and the names of people.' },
    TICKETS_WRITE: { description: 'Change, assign, delete and import tickets.' },
    REPLIES_SEND: { description: 'Write to requesters.' },
    REQUESTS_CREATE: { description: 'Submit tickets and ask triage about a text.' },
    NOTES_READ: { description: 'Read what the team wrote for itself.' },
    PEOPLE_READ: { description: 'Read e-mail addresses.' },
    ADMIN: { description: 'What administrators may, except what needs a session. For administrators alone.' },
  },
});

@ObjectType({ implements: Node, description: 'A key by which a program calls the desk.' })
export class ApiToken extends Node {
  key!: number;

  ownerKey!: number;

  @Field(() => String, { description: 'What it is for, in the words of whoever made it.' })
  displayName!: string;

  @Field(() => String, { description: 'rdk_ and eight letters: enough to find it in a log.' })
  prefix!: string;

  @Field(() => [TokenScope], { description: 'What it may do.' })
  scopes!: TokenScopeName[];

  @Field(() => Boolean, {
    description: 'True for a token of the desk rather than of a person; it outlives the access of whoever made it.',
  })
  forDesk!: boolean;

  @Field(() => DateTime, { description: 'When it stops to work.' })
  expiresAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null where it never was.',
  })
  lastUsedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The network address that last used it.' })
  lastUsedFrom!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null while it was not.' })
  revokedAt!: string | null;

  override get nodeKey(): string {
    return String(this.key);
  }
}
