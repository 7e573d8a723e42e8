import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../relay/node.js';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';
import { ViewSharing } from '../../views/saved-view.js';

@ObjectType({ implements: Node, description: 'A ready-made answer.' })
export class CannedReply extends Node {
  key!: number;

  ownerKey!: number | null;
  teamKey!: number | null;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, {
    description: 'With {{requester.name}}, {{ticket.number}} and {{viewer.name}}; `render` fills them.',
  })
  body!: string;

  @Field(() => ViewSharing, { description: 'Who has it.' })
  sharedWith!: ViewSharing;

  @Field(() => TicketStatus, { nullable: true, description: 'The status that comes with it; null leaves it alone.' })
  thenStatus!: TicketStatus | null;

  @Field(() => Int, { description: 'How often it was sent.' })
  useCount!: number;

  override get nodeKey(): string {
    return String(this.key);
  }
}

@ObjectType({ description: 'A ready-made answer, filled in for one ticket.' })
export class RenderedReply {
  @Field(() => String, { description: 'The words.' })
  body!: string;

  @Field(() => [String], {
    description:
      'Placeholders for which there is nothing. They stand in the words as they are; a reply with any left is refused.',
  })
  missing!: string[];
}

export type CannedReplyRow = Omit<CannedReply, 'id' | 'nodeKey'>;

/** Of the table `canned_reply`. */
export const cannedReplyColumns = `canned.id as key, canned.owner_id as "ownerKey", canned.team_id as "teamKey", canned.name,
  canned.body, canned.shared_with as "sharedWith", canned.then_status as "thenStatus", canned.use_count as "useCount"`;

export const cannedReplyOfRow = (row: CannedReplyRow) => Object.assign(new CannedReply(), row);
