import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { Node } from '../../relay/node.js';

export enum Role {
  AGENT = 'agent',
  ADMIN = 'admin',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a member of the team may do.',
  valuesConfig: {
    AGENT: { description: 'Works on all tickets.' },
    ADMIN: { description: 'Also looks after people, teams, tokens of the desk and the audit.' },
  },
});

@InterfaceType({
  implements: Node,
  description: 'Somebody or something that acts.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Actor extends Node {
  @Field(() => String, { description: 'The name to show.' })
  displayName!: string;
}

@ObjectType({
  implements: [Node, Actor],
  description: 'A member of the team. Never deleted, only made inactive, so that what they did keeps its author.',
})
export class User extends Actor {
  key!: number;

  @Field(() => String, { description: 'The short name by which the trail and mentions know them, without the @.' })
  handle!: string;

  @Field(() => String, { description: 'The address they sign in with.' })
  email!: string;

  @Field(() => Role, { description: 'What they may do.' })
  role!: Role;

  @Field(() => Boolean, {
    description: 'False before they used their invitation and after they left: no sign-in, no token, no assignment.',
  })
  active!: boolean;

  /** Whether notifications go out by mail, too. */
  emailNotifications!: boolean;

  @Field(() => DateTime, { description: 'When they were invited.' })
  createdAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When they last did something while signed in, to the minute; null before they ever did.',
  })
  lastSeenAt!: string | null;

  override get nodeKey(): string {
    return String(this.key);
  }
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Of the table `account`; `userOfRow` makes a person of what it answers. */
export const userColumns = `account.id as key, account.display_name as "displayName", account.handle, account.email,
  account.role, account.activated_at is not null and account.deactivated_at is null as active,
  account.email_notifications as "emailNotifications", ${iso('account.created_at')} as "createdAt", ${iso('account.last_seen_at')} as "lastSeenAt"`;

export type UserRow = Omit<User, 'id' | 'nodeKey'>;

export function userOfRow(row: UserRow): User {
  return Object.assign(new User(), row);
}
