import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { InvalidInputError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { toUserErrors } from '../../relay/payload.js';
import { Ticket } from '../ticket.entity.js';
import { DeleteTicketsInput, UpdateTicketsInput } from './ticket.inputs.js';
import {
  DeleteTicketResult,
  DeleteTicketsPayload,
  UpdateTicketResult,
  UpdateTicketsPayload,
  unknownTicket,
} from './ticket.payloads.js';

const mostTickets = 100;

/** Many tickets in one transaction, with a result for each id. */
@Resolver(() => Ticket)
export class TicketBulkMutations {
  @Mutation(() => UpdateTicketsPayload, { description: 'Make the same change to many tickets, at most 100.' })
  async updateTickets(
    @Arg('input', () => UpdateTicketsInput, { description: 'Which tickets, and the changes.' })
    input: UpdateTicketsInput,
    @Ctx() { caller, services }: Context,
  ): Promise<UpdateTicketsPayload> {
    const { ids, ...changes } = input;
    const payload = new UpdateTicketsPayload();
    try {
      const numbers = numbersOf(ids);
      const tickets = await services.tickets.updateMany(caller, numbers.filter(isNumber), { ...changes });
      payload.results = ids.map((id, index) => {
        const ticket = tickets.get(numbers[index] ?? 0);
        const userErrors = ticket ? [] : [unknownTicket(['ids', String(index)])];
        return Object.assign(new UpdateTicketResult(), { id, ticket, userErrors });
      });
    } catch (error) {
      payload.userErrors = toUserErrors(error, ['ids']);
    }
    return payload;
  }

  @Mutation(() => DeleteTicketsPayload, { description: 'Delete many tickets, at most 100. Their trails stay.' })
  async deleteTickets(
    @Arg('input', () => DeleteTicketsInput, { description: 'Which tickets.' }) { ids }: DeleteTicketsInput,
    @Ctx() { caller, services }: Context,
  ): Promise<DeleteTicketsPayload> {
    const payload = new DeleteTicketsPayload();
    try {
      const numbers = numbersOf(ids);
      const deleted = await services.tickets.deleteMany(caller, numbers.filter(isNumber));
      payload.results = ids.map((id, index) => {
        const isDeleted = deleted.has(numbers[index] ?? 0);
        const outcome = isDeleted ? { deletedTicketId: id } : { userErrors: [unknownTicket(['ids', String(index)])] };
        return Object.assign(new DeleteTicketResult(), { id, ...outcome });
      });
      payload.deletedTicketIds = [...new Set(payload.results.flatMap(({ deletedTicketId }) => deletedTicketId ?? []))];
    } catch (error) {
      payload.userErrors = toUserErrors(error, ['ids']);
    }
    return payload;
  }
}

/** @throws InvalidInputError for more ids than one change may have. */
function numbersOf(ids: readonly string[]): (number | null)[] {
  if (ids.length > mostTickets) {
    const message = `\`ids\` has ${ids.length} entries; at most ${mostTickets} are allowed. Send them in parts.`;
    throw new InvalidInputError([{ path: ['ids'], code: 'invalid', message }]);
  }
  return ids.map((id) => numberOf('Ticket', id));
}

const isNumber = (number: number | null): number is number => number !== null;
