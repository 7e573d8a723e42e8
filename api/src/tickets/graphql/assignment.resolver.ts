import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { User } from '../../identity/accounts/user.js';
import { numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { Team } from '../../teams/team.js';
import { Ticket } from '../ticket.entity.js';
import { ClaimTicketInput } from './ticket.inputs.js';
import { ClaimTicketPayload, unknownTicket } from './ticket.payloads.js';

/** Whose a ticket is. */
@Resolver(() => Ticket)
export class AssignmentResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Whose it is; null while it is nobody’s.' })
  async assignee(@Root() { assigneeKey }: Ticket, @Ctx() { loaders }: Context): Promise<User | null> {
    return assigneeKey == null ? null : loaders.user.load(assigneeKey);
  }

  @FieldResolver(() => Team, { nullable: true, description: 'Which team’s it is; null where it is no team’s.' })
  async team(@Root() { teamKey }: Ticket, @Ctx() { loaders }: Context): Promise<Team | null> {
    return teamKey == null ? null : loaders.team.load(teamKey);
  }

  @Mutation(() => ClaimTicketPayload, { description: 'Take a ticket that nobody has. CONFLICT tells who was faster.' })
  async claimTicket(
    @Arg('input', () => ClaimTicketInput, { description: 'Which.' }) { id }: ClaimTicketInput,
    @Ctx() { caller, services: { tickets } }: Context,
  ): Promise<ClaimTicketPayload> {
    return answer(new ClaimTicketPayload(), async () => {
      const number = numberOf('Ticket', id);
      if (number === null) throw unknownTicket(['id']);
      return { ticket: await tickets.claim(caller, number) };
    });
  }
}

/** Tickets come after people, so they add this field to them. */
@Resolver(() => User)
export class UserTicketsResolver {
  @FieldResolver(() => Int, { description: 'How many tickets that are open or in progress they have.' })
  openTicketCount(@Root() { key }: User, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.openTicketCount.load(key);
  }
}
