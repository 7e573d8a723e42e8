import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { encodeGlobalId, keyOf, numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { Ticket } from '../ticket.entity.js';
import type { ChangeOptions } from '../ticket.service.js';
import { withAssignment, withRequester } from './assignment-ids.js';
import { withSnooze } from './snooze-input.js';
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
  createTicket(
    @Arg('input', () => CreateTicketInput, { description: 'The ticket to be.' }) input: CreateTicketInput,
    @Ctx() { caller, services }: Context,
  ): Promise<CreateTicketPayload> {
    const { idempotencyKey, suggestionId, attachmentIds, ...fields } = input;
    return answer(new CreateTicketPayload(), async () => {
      const { ticket, replayed } = await services.tickets.create(
        caller,
        withAssignment(withRequester(withoutNulls(fields))),
        {
          idempotencyKey,
          suggestionId: suggestionId == null ? null : suggestionKey(suggestionId),
          attachmentKeys: (attachmentIds ?? []).map((id) => keyOf('Attachment', id)),
        },
      );
      const requester = Object.values(input.requester ?? {}).some((value) => value != null && value !== '');
      return { ticket, ticketEdge: newestEdge(ticket), replayed, key: idempotencyKey ?? null, requester };
    });
  }

  @Mutation(() => UpdateTicketPayload, { description: 'Change any field of a ticket.' })
  updateTicket(
    @Arg('input', () => UpdateTicketInput, { description: 'Which ticket, and the changes.' }) input: UpdateTicketInput,
    @Ctx() { caller, services }: Context,
  ): Promise<UpdateTicketPayload> {
    const { id, expectedVersion, ...changes } = input;
    return answer(new UpdateTicketPayload(), async () => ({
      ticket: await services.tickets.update(
        caller,
        numberIn(id),
        withAssignment(withSnooze(changes)),
        changeOptions(expectedVersion),
      ),
    }));
  }

  @Mutation(() => DeleteTicketPayload, { description: 'Delete a ticket. Its trail stays readable through `events`.' })
  deleteTicket(
    @Arg('input', () => DeleteTicketInput, { description: 'Which ticket.' }) input: DeleteTicketInput,
    @Ctx() { caller, services }: Context,
  ): Promise<DeleteTicketPayload> {
    const { id, expectedVersion } = input;
    return answer(new DeleteTicketPayload(), async () => {
      const { number } = await services.tickets.delete(caller, numberIn(id), changeOptions(expectedVersion));
      return { deletedTicketId: encodeGlobalId('Ticket', number) };
    });
  }
}

/** @throws NotFoundError for what is no global id of a ticket */
function numberIn(id: string): number {
  const number = numberOf('Ticket', id);
  if (number === null) throw unknownTicket(['id']);
  return number;
}

/** @throws NotFoundError for what is no global id of a suggestion, its bare key among it */
function suggestionKey(id: string): string {
  const key = keyOf('TriageSuggestion', id);
  if (key === null) throw new NotFoundError('There is no suggestion with this id.', ['suggestionId']);
  return key;
}

function changeOptions(expectedVersion: number | null | undefined): ChangeOptions {
  return { expectedVersions: expectedVersion == null ? null : [expectedVersion] };
}
