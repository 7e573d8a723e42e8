import { Field, ObjectType } from 'type-graphql';
import { Actor } from '../identity/accounts/user.js';
import { Node } from '../relay/node.js';

@ObjectType({ description: 'An address of a requester.' })
export class RequesterEmail {
  @Field(() => String, { description: 'The address, in lower case.' })
  address!: string;

  @Field(() => Boolean, { description: 'Whether they answered from it or opened a link that was sent to it.' })
  verified!: boolean;

  @Field(() => Boolean, { description: 'Whether mail to it came back for good.' })
  bouncing!: boolean;
}

@ObjectType({ implements: [Node, Actor], description: 'A person who asks. They know no password.' })
export class Requester extends Actor {
  key!: number;

  /** As they or somebody of the team gave it; null where nobody did. */
  name!: string | null;

  @Field(() => [RequesterEmail], { description: 'All addresses, the one that answers go to first.' })
  emails!: RequesterEmail[];

  @Field(() => String, { nullable: true, description: 'The name that your own system has for them.' })
  externalId!: string | null;

  @Field(() => String, { nullable: true, description: 'A line about them, for the team alone.' })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether the team stopped to answer them.' })
  blocked!: boolean;

  override get nodeKey(): string {
    return String(this.key);
  }
}

export type RequesterRow = Omit<Requester, 'id' | 'nodeKey' | 'displayName' | 'emails'> & {
  readonly emails: readonly { address: string; verified: boolean; bouncing: boolean }[];
};

/** Of the table `requester`, those that were not erased. */
export const requesterColumns = `requester.id as key, requester.name, requester.external_id as "externalId", requester.note,
  requester.blocked_at is not null as blocked,
  coalesce((select jsonb_agg(jsonb_build_object('address', address, 'verified', verified_at is not null,
      'bouncing', bouncing_since is not null) order by is_primary desc, created_at, address)
    from requester_email where requester_id = requester.id), '[]') as emails`;

export function requesterOfRow(row: RequesterRow): Requester {
  const emails = row.emails.map((email) => Object.assign(new RequesterEmail(), email));
  // An address is told only to those who may know addresses, so it never stands in for a name.
  return Object.assign(new Requester(), row, { emails, displayName: row.name ?? `Requester ${row.key}` });
}
