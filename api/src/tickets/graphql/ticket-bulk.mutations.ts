import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { InvalidInputError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { answer, filled } from '../../relay/payload.js';
import { mostTickets } from '../fields/ticket-rules.js';
import { Ticket } from '../ticket.entity.js';
import { withAssignment } from './assignment-ids.js';
import { withSnooze } from './snooze-input.js';
import { DeleteTicketsInput, UpdateTicketsInput } from './ticket.inputs.js';
import {
  DeleteTicketResult,
  DeleteTicketsPayload,
  UpdateTicketResult,
  UpdateTicketsPayload,
  unknownTicket,
} from './ticket.payloads.js';

/** Many tickets in one transaction, with a result for each id. */
@Resolver(() => Ticket)
export class TicketBulkMutations {
  @Mutation(() => UpdateTicketsPayload, {
    description: `Make the same change to many tickets, at most ${mostTickets}.`,
  })
  updateTickets(
    @Arg('input', () => UpdateTicketsInput, { description: 'Which tickets, and the changes.' })
    input: UpdateTicketsInput,
    @Ctx() { caller, services }: Context,
  ): Promise<UpdateTicketsPayload> {
    const { ids, ...changes } = input;
    return answer(new UpdateTicketsPayload(), async () => {
      const numbers = numbersOf(ids);
      const tickets = await services.tickets.updateMany(
        caller,
        numbers.filter(isNumber),
        withAssignment(withSnooze(changes)),
      );
      const results = await Promise.all(
        ids.map((id, index) =>
          answer(filled(new UpdateTicketResult(), { id }), async () => {
            const ticket = tickets.get(numbers[index] ?? 0);
            if (!ticket) throw unknownTicket(['ids', String(index)]);
            return { ticket };
          }),
        ),
      );
      return { results };
    });
  }

  @Mutation(() => DeleteTicketsPayload, {
    description: `Delete many tickets, at most ${mostTickets}. Their trails stay.`,
  })
  deleteTickets(
    @Arg('input', () => DeleteTicketsInput, { description: 'Which tickets.' }) { ids }: DeleteTicketsInput,
    @Ctx() { caller, services }: Context,
  ): Promise<DeleteTicketsPayload> {
    return answer(new DeleteTicketsPayload(), async () => {
      const numbers = numbersOf(ids);
      const deleted = await services.tickets.deleteMany(caller, numbers.filter(isNumber));
      const results = await Promise.all(
        ids.map((id, index) =>
          answer(filled(new DeleteTicketResult(), { id }), async () => {
            if (!deleted.has(numbers[index] ?? 0)) throw unknownTicket(['ids', String(index)]);
            return { deletedTicketId: id };
          }),
        ),
      );
      return {
        results,
        deletedTicketIds: [...new Set(results.flatMap(({ deletedTicketId }) => deletedTicketId ?? []))],
      };
    });
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
