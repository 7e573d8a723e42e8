import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { ConflictError, NotFoundError } from '../../errors.js';
import { encodeGlobalId, keyOf, numberOf } from '../../relay/global-id.js';
import { toUserErrors } from '../../relay/payload.js';
import { Ticket } from '../ticket.entity.js';
import type { ChangeOptions } from '../ticket.service.js';
import { CreateTicketInput, DeleteTicketInput, UpdateTicketInput, withoutNulls } from './ticket.inputs.js';
import {
  CreateTicketPayload,
  DeleteTicketPayload,
  newestEdge,
  UpdateTicketPayload,
  unknownTicket,
} from './ticket.payloads.js';

@Resolver(() => Ticket)
export class TicketMutations {
  @Mutation(() => CreateTicketPayload, { description: 'Submit a ticket.' })
  async createTicket(
    @Arg('input', () => CreateTicketInput, { description: 'The ticket to be.' }) input: CreateTicketInput,
    @Ctx() { caller, services }: Context,
  ): Promise<CreateTicketPayload> {
    const { idempotencyKey, suggestionId, ...fields } = input;
    try {
      const { ticket, replayed } = await services.tickets.create(caller, withoutNulls(fields), {
        idempotencyKey,
        suggestionId: suggestionId == null ? null : suggestionKey(suggestionId),
      });
      return Object.assign(new CreateTicketPayload(), { ticket, ticketEdge: newestEdge(ticket), replayed });
    } catch (error) {
      return Object.assign(new CreateTicketPayload(), {
        userErrors: toUserErrors(error, [error instanceof NotFoundError ? 'suggestionId' : 'idempotencyKey']),
      });
    }
  }

  @Mutation(() => UpdateTicketPayload, { description: 'Change any field of a ticket.' })
  async updateTicket(
    @Arg('input', () => UpdateTicketInput, { description: 'Which ticket, and the changes.' }) input: UpdateTicketInput,
    @Ctx() { caller, services }: Context,
  ): Promise<UpdateTicketPayload> {
    const { id, expectedVersion, ...changes } = input;
    const payload = new UpdateTicketPayload();
    const number = numberOf('Ticket', id);
    if (number === null) return Object.assign(payload, { userErrors: [unknownTicket(['id'])] });
    try {
      const ticket = await services.tickets.update(caller, number, { ...changes }, changeOptions(expectedVersion));
      return Object.assign(payload, { ticket });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, ['id']), ticket: currentOf(error) });
    }
  }

  @Mutation(() => DeleteTicketPayload, { description: 'Delete a ticket. Its trail stays readable through `events`.' })
  async deleteTicket(
    @Arg('input', () => DeleteTicketInput, { description: 'Which ticket.' }) input: DeleteTicketInput,
    @Ctx() { caller, services }: Context,
  ): Promise<DeleteTicketPayload> {
    const { id, expectedVersion } = input;
    const payload = new DeleteTicketPayload();
    const number = numberOf('Ticket', id);
    if (number === null) return Object.assign(payload, { userErrors: [unknownTicket(['id'])] });
    try {
      await services.tickets.delete(caller, number, changeOptions(expectedVersion));
      return Object.assign(payload, { deletedTicketId: encodeGlobalId('Ticket', number) });
    } catch (error) {
      return Object.assign(payload, { userErrors: toUserErrors(error, ['id']), ticket: currentOf(error) });
    }
  }
}

/** @throws NotFoundError for what is no global id of a suggestion, its bare key among it */
function suggestionKey(id: string): string {
  const key = keyOf('TriageSuggestion', id);
  if (key === null) throw new NotFoundError('There is no suggestion with this id.');
  return key;
}

function changeOptions(expectedVersion: number | null | undefined): ChangeOptions {
  return { expectedVersions: expectedVersion == null ? null : [expectedVersion] };
}

/** After a conflict the payload carries what is there now. */
function currentOf(error: unknown): Ticket | undefined {
  return error instanceof ConflictError && error.current instanceof Ticket ? error.current : undefined;
}
