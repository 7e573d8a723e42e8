import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { NotFoundError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { withAssignment } from '../../tickets/graphql/assignment-ids.js';
import { TriageTicketInput, UndoTriageInput } from './triage-queue.inputs.js';
import { TriageTicketPayload, UndoTriagePayload } from './triage-queue.payloads.js';

@Resolver()
export class TriageQueueMutations {
  @Mutation(() => TriageTicketPayload, {
    description: 'Decide about one ticket of the triage queue in one step.',
  })
  triageTicket(
    @Arg('input', () => TriageTicketInput, { description: 'Which ticket, and what is decided.' })
    { id, expectedVersion, assigneeId, teamId, duplicateOfId, snoozeUntil, ...decision }: TriageTicketInput,
    @Ctx() { caller, services, loaders }: Context,
  ): Promise<TriageTicketPayload> {
    const { queue } = services.triage;
    return answer(new TriageTicketPayload(), async () => {
      const number = numberOf('Ticket', id);
      if (number === null) throw new NotFoundError('There is no ticket with this id.', ['id']);
      const duplicateOf = duplicateOfId == null ? null : numberOf('Ticket', duplicateOfId);
      if (duplicateOfId != null && duplicateOf === null) {
        throw new NotFoundError('There is no ticket with this id.', ['duplicateOfId']);
      }
      const assignment = withAssignment({ assigneeId, teamId });
      const wanted = { ...decision, ...assignment, duplicateOf, snoozedUntil: snoozeUntil ?? null };
      const decided = await queue.decide(caller, number, wanted, expectedVersion ?? null);
      const next = await queue.next(caller, number);
      return { ...decided, next: next === null ? null : await loaders.ticket.load(next) };
    });
  }

  @Mutation(() => UndoTriagePayload, {
    description:
      'Take a decision of the triage queue back, as if it had not been made: nothing is learned from it. CONFLICT where the ticket was changed since.',
  })
  undoTriage(
    @Arg('input', () => UndoTriageInput, { description: 'Which decision.' }) { undoToken }: UndoTriageInput,
    @Ctx() { caller, services }: Context,
  ): Promise<UndoTriagePayload> {
    return answer(new UndoTriagePayload(), async () => ({
      ticket: await services.triage.queue.undo(caller, undoToken),
    }));
  }
}
