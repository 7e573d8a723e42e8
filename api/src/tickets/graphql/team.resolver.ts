import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { edgeOf } from '../../relay/connection.js';
import { encodeGlobalId, numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { DeleteTeamInput, SetTeamMembersInput } from '../../teams/team.inputs.js';
import { Team } from '../../teams/team.js';
import { DeleteTeamPayload, SaveTeamPayload, SetTeamMembersPayload } from '../../teams/team.payloads.js';
import { TicketCategory } from '../fields/ticket-values.js';

@InputType({ description: 'A team, to be made or changed.' })
export class SaveTeamInput {
  @Field(() => ID, { nullable: true, description: 'The team to change; left out, a new one is made.' })
  id?: string | null;

  @Field(() => String, { description: 'The name to show, 1–100 characters.' })
  name!: string;

  @Field(() => String, { description: 'The short name: 1–39 letters a–z, digits, dots, hyphens or underscores.' })
  handle!: string;

  @Field(() => [TicketCategory], { description: 'Categories whose new tickets go to this team by themselves.' })
  categories!: TicketCategory[];
}

/** Which categories there are is the tickets' knowledge, so a team gets them, and is saved with them, here. */
@Resolver(() => Team)
export class TeamCategoriesResolver {
  @FieldResolver(() => [TicketCategory], { description: 'Categories whose new tickets go to this team by themselves.' })
  categories(@Root() { categoryNames }: Team): TicketCategory[] {
    return categoryNames as TicketCategory[];
  }

  @Mutation(() => SaveTeamPayload, { description: 'Make or change a team.' })
  async saveTeam(
    @Arg('input', () => SaveTeamInput, { description: 'The team.' }) { id, ...input }: SaveTeamInput,
    @Ctx() { caller, services: { teams } }: Context,
  ): Promise<SaveTeamPayload> {
    return answer(new SaveTeamPayload(), async () => {
      const team = await teams.save(caller, id == null ? null : teamKey(id), input);
      return { team, teamEdge: edgeOf(team, { sort: null, number: team.key }) };
    });
  }

  @Mutation(() => SetTeamMembersPayload, { description: 'Say who is in a team.' })
  async setTeamMembers(
    @Arg('input', () => SetTeamMembersInput, { description: 'The team and its members.' }) input: SetTeamMembersInput,
    @Ctx() { caller, services: { teams } }: Context,
  ): Promise<SetTeamMembersPayload> {
    return answer(new SetTeamMembersPayload(), async () => {
      const members = input.members.map(({ userId, lead }) => ({
        accountId: numberOf('User', userId) ?? 0,
        lead: lead ?? false,
      }));
      return { team: await teams.setMembers(caller, teamKey(input.teamId, 'teamId'), members) };
    });
  }

  @Mutation(() => DeleteTeamPayload, { description: 'Forget a team; its tickets belong to no team then.' })
  async deleteTeam(
    @Arg('input', () => DeleteTeamInput, { description: 'Which.' }) { id }: DeleteTeamInput,
    @Ctx() { caller, services: { teams } }: Context,
  ): Promise<DeleteTeamPayload> {
    return answer(new DeleteTeamPayload(), async () => {
      const key = teamKey(id);
      await teams.delete(caller, key);
      return { deletedTeamId: encodeGlobalId('Team', key) };
    });
  }
}

/** @throws NotFoundError for what is no id of a team */
function teamKey(id: string, path = 'id'): number {
  const key = numberOf('Team', id);
  if (key === null) throw new NotFoundError('There is no team with this id.', [path]);
  return key;
}
