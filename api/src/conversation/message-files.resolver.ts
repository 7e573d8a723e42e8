import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { AttachmentConnection } from '../files/attachment.js';
import { attachmentsOf } from '../files/attachment-page.js';
import { ConnectionArguments } from '../relay/connection.js';
import { InternalNote } from './notes/note.js';
import { PublicReply } from './replies/reply.js';

@Resolver(() => PublicReply)
export class ReplyFilesResolver {
  @FieldResolver(() => AttachmentConnection, { description: 'The files that came with it.' })
  attachments(
    @Root() { key }: PublicReply,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { loaders }: Context,
  ): AttachmentConnection {
    return attachmentsOf(() => loaders.replyFiles.load(key), args);
  }
}

/** A note's file is as internal as the note. */
@Resolver(() => InternalNote)
export class NoteFilesResolver {
  @FieldResolver(() => AttachmentConnection, { description: 'The files that came with it, as internal as the note.' })
  attachments(
    @Root() { key }: InternalNote,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { loaders }: Context,
  ): AttachmentConnection {
    return attachmentsOf(() => loaders.noteFiles.load(key), args);
  }
}
