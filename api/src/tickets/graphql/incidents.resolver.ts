import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { isPositionIn, newestFirst } from '../read/ticket-order.js';
import { Ticket } from '../ticket.entity.js';
import { SetIncidentInput, SetIncidentPayload } from './incidents.js';
import { TicketConnection, unknownTicket } from './ticket.payloads.js';

/** The tickets of an incident. */
@Resolver(() => Ticket)
export class IncidentsResolver {
  @FieldResolver(() => Ticket, {
    nullable: true,
    description:
      'The incident that this ticket is part of, or null. Each ticket keeps its own conversation and requester.',
  })
  async incident(@Root() { incidentKey }: Ticket, @Ctx() { loaders }: Context): Promise<Ticket | null> {
    return incidentKey == null ? null : loaders.ticket.load(incidentKey);
  }

  @FieldResolver(() => TicketConnection, {
    description: 'The tickets that are part of this incident, newest first, without merged ones.',
  })
  incidentTickets(
    @Root() { number }: Ticket,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { tickets } }: Context,
  ): TicketConnection {
    const request = pageRequest(args, isPositionIn(newestFirst));
    const wanted = { incident: number };
    return new TicketConnection(
      () => tickets.page(caller, wanted, newestFirst, request),
      () => tickets.count(caller, wanted),
    );
  }

  @Mutation(() => SetIncidentPayload, {
    description: 'Add tickets to an incident, or remove them from it (`incidentId: null`).',
  })
  setIncident(
    @Arg('input', () => SetIncidentInput, { description: 'Which tickets, and of which incident.' })
    { incidentId, ticketIds }: SetIncidentInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<SetIncidentPayload> {
    return answer(new SetIncidentPayload(), async () => {
      const incident = incidentId == null ? null : numberIn(incidentId, ['incidentId']);
      const numbers = ticketIds.map((id, index) => numberIn(id, ['ticketIds', String(index)]));
      const grouped = await services.incidents.set(caller, incident, numbers);
      loaders.ticket.clearAll();
      return grouped;
    });
  }
}

function numberIn(id: string, path: string[]): number {
  const number = numberOf('Ticket', id);
  if (number === null) throw unknownTicket(path);
  return number;
}
