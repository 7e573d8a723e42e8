import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Attachment } from './attachment.js';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @FieldResolver(() => String, {
    description: 'Where its bytes are: a path on this desk, good for ten minutes and for this caller.',
  })
  url(@Root() { file }: Attachment, @Ctx() { caller, services: { fileAddresses } }: Context): string {
    return fileAddresses.of(caller, file);
  }
}
