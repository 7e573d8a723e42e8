import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A member of a team to be.' })
export class TeamMemberInput {
  @Field(() => ID, { description: 'Who.' })
  userId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether they lead the team. Default: false.' })
  lead?: boolean | null;
}

@InputType({ description: 'Which team is to be gone.' })
export class DeleteTeamInput {
  @Field(() => ID, { description: 'The team.' })
  id!: string;
}

@InputType({ description: 'All members of a team, as they are to be.' })
export class SetTeamMembersInput {
  @Field(() => ID, { description: 'The team.' })
  teamId!: string;

  @Field(() => [TeamMemberInput], { description: 'The members, at most 1,000.' })
  members!: TeamMemberInput[];
}
