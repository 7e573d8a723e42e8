import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { Position } from '../database/keyset.js';
import { User } from '../identity/accounts/user.js';
import { ConnectionArguments, pageRequest } from '../relay/connection.js';
import { Team } from './team.js';
import { TeamConnection, TeamMember } from './team.members.js';

const isKeyPosition = ({ sort }: Position) => sort === null;

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => TeamConnection, { description: 'The teams, by name.' })
  teams(
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { teams } }: Context,
  ): TeamConnection {
    const request = pageRequest(args, isKeyPosition);
    return new TeamConnection(
      () => teams.page(caller, request),
      () => teams.count(caller),
    );
  }

  @FieldResolver(() => [TeamMember], { description: 'Its members, longest first; at most 1,000.' })
  async members(@Root() { key }: Team, @Ctx() { loaders }: Context): Promise<TeamMember[]> {
    const memberships = await loaders.membersOfTeam.load(key);
    const users = await loaders.user.loadMany(memberships.map(({ accountId }) => accountId));
    return memberships.flatMap(({ lead, since }, index) => {
      const user = users[index];
      return user instanceof User ? [Object.assign(new TeamMember(), { user, lead, since })] : [];
    });
  }
}

/** Teams come after people, so they add this field to them. */
@Resolver(() => User)
export class UserTeamsResolver {
  @FieldResolver(() => [Team], { description: 'The teams they are in.' })
  async teams(@Root() { key }: User, @Ctx() { loaders }: Context): Promise<Team[]> {
    const memberships = await loaders.teamsOfPerson.load(key);
    const teams = await loaders.team.loadMany(memberships.map(({ teamId }) => teamId));
    return teams.filter((team) => team instanceof Team);
  }
}
