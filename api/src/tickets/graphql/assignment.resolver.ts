import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConflictError, NotFoundError } from '../../errors.js';
import { User } from '../../identity/accounts/user.js';
import { numberOf } from '../../relay/global-id.js';
import { toUserErrors, type UserError, UserErrorCode } from '../../relay/payload.js';
import { Team } from '../../teams/team.js';
import { Ticket } from '../ticket.entity.js';
import { ClaimTicketInput } from './ticket.inputs.js';
import { ClaimTicketPayload } from './ticket.payloads.js';

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
    const payload = new ClaimTicketPayload();
    try {
      const number = numberOf('Ticket', id);
      if (number === null) throw new NotFoundError('There is no ticket with this id.');
      return Object.assign(payload, { ticket: await tickets.claim(caller, number) });
    } catch (error) {
      if (!(error instanceof ConflictError)) return Object.assign(payload, { userErrors: toUserErrors(error, ['id']) });
      const taken: UserError = { code: UserErrorCode.CONFLICT, path: ['id'], message: error.message };
      return Object.assign(payload, { userErrors: [taken], ticket: error.current as Ticket });
    }
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
