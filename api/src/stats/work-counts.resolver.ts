import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DateTime } from '../graphql/date-time.js';
import { User } from '../identity/accounts/user.js';
import { filled } from '../relay/payload.js';
import { Team } from '../teams/team.js';
import { TicketStats } from './stats.types.js';

/** What the counts of people and of teams have in common. */
@ObjectType({ description: 'Work of one kind of owner.' })
abstract class WorkFigures {
  @Field(() => Int, { description: 'Tickets open or in progress now.' })
  unfinished!: number;

  @Field(() => Int, { description: 'How many of them wait for the team.' })
  waitingForTeam!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the first of those waits; null where none does.' })
  waitingSince!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Median minutes from submission to the first public reply by a person, of tickets first answered in the period; null where there are none.',
  })
  medianMinutesToFirstResponse!: number | null;

  @Field(() => Int, { description: 'Tickets that became resolved or closed in the period and still are.' })
  resolvedInPeriod!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Median hours from submission to resolution of those; null where none was resolved.',
  })
  medianHoursToResolve!: number | null;
}

@ObjectType({ description: 'What one person, or nobody, has.' })
export class AssigneeCount extends WorkFigures {
  @Field(() => User, { nullable: true, description: 'Who; null for what is nobody’s.' })
  assignee!: User | null;
}

@ObjectType({ description: 'What one team, or none, has.' })
export class TeamCount extends WorkFigures {
  @Field(() => Team, { nullable: true, description: 'Which; null for what is no team’s.' })
  team!: Team | null;
}

@Resolver(() => TicketStats)
export class WorkCountsResolver {
  @FieldResolver(() => [AssigneeCount], {
    description: 'By whose they are, the most unfinished first; what is nobody’s comes last.',
  })
  async byAssignee(@Root() { window }: TicketStats, @Ctx() { loaders }: Context): Promise<AssigneeCount[]> {
    const counts = await window.byWhom('assignee');
    return Promise.all(
      counts.map(async ({ key, resolved: resolvedInPeriod, waitingSince, ...figures }) =>
        filled(new AssigneeCount(), {
          ...figures,
          resolvedInPeriod,
          waitingSince: waitingSince?.toISOString() ?? null,
          assignee: key === null ? null : await loaders.user.load(key),
        }),
      ),
    );
  }

  @FieldResolver(() => [TeamCount], {
    description: 'By team, the most unfinished first; what is no team’s comes last.',
  })
  async byTeam(@Root() { window }: TicketStats, @Ctx() { loaders }: Context): Promise<TeamCount[]> {
    const counts = await window.byWhom('team');
    return Promise.all(
      counts.map(async ({ key, resolved: resolvedInPeriod, waitingSince, ...figures }) =>
        filled(new TeamCount(), {
          ...figures,
          resolvedInPeriod,
          waitingSince: waitingSince?.toISOString() ?? null,
          team: key === null ? null : await loaders.team.load(key),
        }),
      ),
    );
  }
}
