import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { AttachmentConnection } from '../../files/attachment.js';
import { attachmentsOf } from '../../files/attachment-page.js';
import { ConnectionArguments } from '../../relay/connection.js';
import { Ticket } from '../ticket.entity.js';

@Resolver(() => Ticket)
export class TicketFilesResolver {
  @FieldResolver(() => AttachmentConnection, { description: 'The files that came with the description.' })
  attachments(
    @Root() { number }: Ticket,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { loaders }: Context,
  ): AttachmentConnection {
    return attachmentsOf(() => loaders.ticketFiles.load(String(number)), args);
  }
}
