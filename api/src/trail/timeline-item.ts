import { Field, Int, InterfaceType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Actor } from '../identity/accounts/user.js';
import { Node } from '../relay/node.js';

/** What stands in the timeline of a ticket; `by` is resolved by whoever knows its kind. */
@InterfaceType({
  implements: Node,
  description: 'An entry of a ticket’s timeline.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class TimelineItem extends Node {
  @Field(() => DateTime, { description: 'When it happened.' })
  createdAt!: string;

  @Field(() => Int, { description: 'The number of the ticket that it was written on.' })
  ticketNumber!: number;

  @Field(() => Actor, {
    nullable: true,
    description: 'Who did it; null for callers without a name, as on a desk without accounts.',
  })
  by?: Actor | null;
}
