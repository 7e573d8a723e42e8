import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../relay/payload.js';
import { Team } from './team.js';
import { TeamEdge } from './team.members.js';

@ObjectType({ description: 'The team after the change.' })
export class SaveTeamPayload extends Payload {
  @Field(() => Team, { nullable: true, description: 'The team as it is now; null where it failed.' })
  team?: Team;

  @Field(() => TeamEdge, { nullable: true, description: 'Its edge in a list of teams.' })
  teamEdge?: TeamEdge;
}

@ObjectType({ description: 'The team with its members.' })
export class SetTeamMembersPayload extends Payload {
  @Field(() => Team, { nullable: true, description: 'The team as it is now; null where it failed.' })
  team?: Team;
}

@ObjectType({ description: 'The team that is gone.' })
export class DeleteTeamPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  deletedTeamId?: string;
}
