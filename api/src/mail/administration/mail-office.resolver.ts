import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { isKey } from '../../conversation/message-ids.js';
import { NotFoundError } from '../../errors.js';
import { ConnectionArguments, pageRequest } from '../../relay/connection.js';
import { keyOf, numberOf } from '../../relay/global-id.js';
import { answer } from '../../relay/payload.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import {
  InboundMail,
  InboundMailConnection,
  InboundMailState,
  RetryInboundMailInput,
  RetryInboundMailPayload,
} from './inbound-mail.type.js';
import { MailHealth } from './mail-health.js';

@Resolver(() => InboundMail)
export class MailOfficeResolver {
  @Query(() => InboundMailConnection, {
    description: 'Mail that came in and what became of it, newest first. FAILED is what a person should look at.',
  })
  inboundMails(
    @Arg('state', () => [InboundMailState], { nullable: true, description: 'Any of these.' })
    state: InboundMailState[] | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { mailOffice } }: Context,
  ): InboundMailConnection {
    const request = pageRequest(args, ({ sort }) => sort === null);
    return new InboundMailConnection(
      () => mailOffice.page(caller, state ?? null, request),
      () => mailOffice.count(caller, state ?? null),
    );
  }

  @Query(() => MailHealth, { description: 'Whether mail goes out and comes in, and what to do where it does not.' })
  mailHealth(@Ctx() { caller, services: { mailOffice } }: Context): Promise<MailHealth> {
    return mailOffice.health(caller);
  }

  @FieldResolver(() => Ticket, { nullable: true, description: 'The ticket that it is on; null where it is on none.' })
  async ticket(@Root() { ticketNumber }: InboundMail, @Ctx() { loaders }: Context): Promise<Ticket | null> {
    return ticketNumber === null ? null : loaders.ticket.load(ticketNumber);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A path on this desk to the mail as it came, good for ten minutes and for this caller; null once its bytes are forgotten.',
  })
  sourceUrl(
    @Root() { key, hasSource }: InboundMail,
    @Ctx() { caller, services: { mailOffice } }: Context,
  ): string | null {
    return hasSource ? mailOffice.sourceUrl(caller, key) : null;
  }

  @Mutation(() => RetryInboundMailPayload, {
    description: 'Read a mail again as written by a person, whatever a machine made of it.',
  })
  retryInboundMail(
    @Arg('input', () => RetryInboundMailInput, { description: 'Which.' }) { id, ticketId }: RetryInboundMailInput,
    @Ctx() { caller, services: { mailOffice }, loaders }: Context,
  ): Promise<RetryInboundMailPayload> {
    return answer(new RetryInboundMailPayload(), async () => {
      const key = keyOf('InboundMail', id);
      if (key === null || !isKey(key)) throw new NotFoundError('There is no mail with this id.', ['id']);
      const number = ticketId == null ? null : numberOf('Ticket', ticketId);
      if (ticketId != null && (number === null || !(await loaders.ticket.load(number)))) {
        throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
      }
      return { inboundMail: await mailOffice.readAgain(caller, key, number) };
    });
  }
}
