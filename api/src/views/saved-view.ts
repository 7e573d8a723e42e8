import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../relay/node.js';

export enum ViewSharing {
  ME = 'me',
  TEAM = 'team',
  EVERYBODY = 'everybody',
}

registerEnumType(ViewSharing, {
  name: 'ViewSharing',
  description: 'Who has a view in their sidebar.',
  valuesConfig: {
    ME: { description: 'Its owner alone.' },
    TEAM: { description: 'Its owner and one team.' },
    EVERYBODY: { description: 'The whole desk.' },
  },
});

@ObjectType({ implements: Node, description: 'Filters of the inbox that somebody keeps under a name.' })
export class SavedView extends Node {
  key!: number;

  ownerKey!: number;

  teamKey!: number | null;

  @Field(() => String, { description: 'The name in the sidebar.' })
  name!: string;

  @Field(() => String, { description: 'The filters as the address bar has them, and so as they can be sent around.' })
  query!: string;

  @Field(() => ViewSharing, { description: 'Who has it.' })
  sharedWith!: ViewSharing;

  @Field(() => Int, { description: 'Where it stands among the views of its owner; smaller comes first.' })
  position!: number;

  override get nodeKey(): string {
    return String(this.key);
  }
}
