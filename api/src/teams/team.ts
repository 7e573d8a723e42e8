import { Field, ObjectType } from 'type-graphql';
import { Node } from '../relay/node.js';

@ObjectType({ implements: Node, description: 'People who work on the same kind of ticket.' })
export class Team extends Node {
  key!: number;

  @Field(() => String, { description: 'The name to show.' })
  name!: string;

  @Field(() => String, { description: 'The short name by which the trail and mentions know it, without the @.' })
  handle!: string;

  /** As the database spells them. */
  categoryNames!: string[];

  override get nodeKey(): string {
    return String(this.key);
  }
}

export type TeamRow = Omit<Team, 'id' | 'nodeKey'>;

/** Of the table `team`. */
export const teamColumns = `team.id as key, team.name, team.handle, coalesce(
  (select array_agg(category::text order by category) from team_category where team_id = team.id), '{}') as "categoryNames"`;

export const teamOfRow = (row: TeamRow) => Object.assign(new Team(), row);

/** Somebody of a team, and since when. */
export type Membership = {
  readonly teamId: number;
  readonly accountId: number;
  readonly lead: boolean;
  readonly since: string;
};
