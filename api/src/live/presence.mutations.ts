import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { NotFoundError } from '../errors.js';
import { numberOf } from '../relay/global-id.js';
import { answer, Payload } from '../relay/payload.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { Presence, PresenceKind } from './presence.js';

@InputType({ description: 'Where the caller is.' })
export class ReportPresenceInput {
  @Field(() => ID, { description: 'At which ticket.' })
  ticketId!: string;

  @Field(() => PresenceKind, { description: 'What they do there.' })
  doing!: PresenceKind;
}

@ObjectType({ description: 'What came of it.' })
export class ReportPresencePayload extends Payload {
  @Field(() => Ticket, { nullable: true, description: 'The ticket; null where there is none.' })
  ticket?: Ticket | null;
}

@Resolver(() => Presence)
export class PresenceMutations {
  @Mutation(() => ReportPresencePayload, {
    description: 'Say that the caller looks at a ticket or writes there; good for 20 seconds, then say it again.',
  })
  reportPresence(
    @Arg('input', () => ReportPresenceInput, { description: 'Where, and what.' }) {
      ticketId,
      doing,
    }: ReportPresenceInput,
    @Ctx() { caller, loaders, services: { live } }: Context,
  ): Promise<ReportPresencePayload> {
    return answer(new ReportPresencePayload(), async () => {
      const number = numberOf('Ticket', ticketId);
      const ticket = number === null ? null : await loaders.ticket.load(number);
      if (!ticket || caller.accountId == null)
        throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
      live.presence.report(ticket.number, caller.accountId, doing);
      return { ticket };
    });
  }
}
