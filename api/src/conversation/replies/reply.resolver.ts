import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Actor } from '../../identity/accounts/user.js';
import { Ticket } from '../../tickets/ticket.entity.js';
import { authorOf, isAuthor } from '../authors.js';
import { CannotReplyReason, mayReply, reasonsAgainst } from './can-reply.js';
import { PublicReply } from './reply.js';

@Resolver(() => PublicReply)
export class ReplyResolver {
  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'Who said it; null for the team without a name, and for requesters who were erased.',
  })
  by(@Root() reply: PublicReply, @Ctx() { loaders }: Context): Promise<Actor | null> {
    return authorOf(reply, loaders);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the caller said it.' })
  viewerDidAuthor(@Root() reply: PublicReply, @Ctx() { caller }: Context): boolean {
    return isAuthor(caller, reply);
  }
}

/** Whether a ticket can be answered. */
@Resolver(() => Ticket)
export class CanReplyResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether the caller may reply; where not, `viewerCannotReplyReasons` says why.',
  })
  async viewerCanReply(@Root() ticket: Ticket, @Ctx() context: Context): Promise<boolean> {
    return mayReply(await reasons(ticket, context));
  }

  @FieldResolver(() => [CannotReplyReason], {
    description: 'Why a reply would be refused, or would reach nobody by mail; empty where it is sent.',
  })
  viewerCannotReplyReasons(@Root() ticket: Ticket, @Ctx() context: Context): Promise<CannotReplyReason[]> {
    return reasons(ticket, context);
  }
}

async function reasons(ticket: Ticket, { caller, loaders, services }: Context): Promise<CannotReplyReason[]> {
  const { requesterKey } = ticket;
  const requester = requesterKey === null ? null : await loaders.requester.load(requesterKey);
  return reasonsAgainst(caller, ticket, requester, services.replies.isMailSetUp);
}
