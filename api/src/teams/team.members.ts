/** The members of a team as a list, each with what they are there. */
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { User } from '../identity/accounts/user.js';
import { connectionType, edgeType } from '../relay/connection.js';
import { Team } from './team.js';

export const TeamEdge = edgeType(Team);
export type TeamEdge = InstanceType<typeof TeamEdge>;
export const TeamConnection = connectionType(Team, TeamEdge);
export type TeamConnection = InstanceType<typeof TeamConnection>;

@ObjectType({ description: 'A member of a team.' })
export class TeamMember {
  @Field(() => User, { description: 'Who.' })
  user!: User;

  @Field(() => Boolean, { description: 'Whether they lead the team.' })
  lead!: boolean;

  @Field(() => DateTime, { description: 'Since when they are in it.' })
  since!: string;
}
