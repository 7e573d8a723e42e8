import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { PublicReply } from '../../conversation/replies/reply.js';
import { Ticket } from '../../tickets/ticket.entity.js';

@Resolver(() => PublicReply)
export class ReplyOriginalResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it had formatting that the text does not show.' })
  async hasFormatting(@Root() { key }: PublicReply, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.keptMailOfReply.load(key))?.hasFormatting ?? false;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the mail that it came as is kept: `/api/replies/{id}/original` shows it.',
  })
  async hasOriginal(@Root() { key }: PublicReply, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.keptMailOfReply.load(key)) !== null;
  }
}

@Resolver(() => Ticket)
export class TicketOriginalResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the mail that opened it is kept: `/api/tickets/{number}/original` shows it.',
  })
  async hasOriginal(@Root() { number }: Ticket, @Ctx() { loaders }: Context): Promise<boolean> {
    return (await loaders.keptMailOfTicket.load(String(number))) !== null;
  }
}
