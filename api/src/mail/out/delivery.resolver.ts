import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { keyIn } from '../../conversation/message-ids.js';
import { Direction, PublicReply } from '../../conversation/replies/reply.js';
import { NotFoundError } from '../../errors.js';
import { answer } from '../../relay/payload.js';
import { Delivery, RetryReplyInput, RetryReplyPayload } from './delivery.js';
import { notMailed } from './delivery.service.js';

@Resolver(() => PublicReply)
export class DeliveryResolver {
  @FieldResolver(() => [Delivery], {
    description: 'What became of it on its way out, per address; empty for what came in or is for no address.',
  })
  async deliveries(@Root() { key, direction, to, cc }: PublicReply, @Ctx() { loaders }: Context): Promise<Delivery[]> {
    const addresses = [...to, ...cc];
    if (direction === Direction.FROM_REQUESTER || addresses.length === 0) return [];
    const known = new Map((await loaders.deliveries.load(key)).map((delivery) => [delivery.address, delivery]));
    return addresses.map((address) => known.get(address) ?? notMailed(address));
  }

  @Mutation(() => RetryReplyPayload, { description: 'Send a reply again that failed or bounced.' })
  retryReply(
    @Arg('input', () => RetryReplyInput, { description: 'Which.' }) { id }: RetryReplyInput,
    @Ctx() { caller, services: { deliveries } }: Context,
  ): Promise<RetryReplyPayload> {
    return answer(new RetryReplyPayload(), async () => {
      const key = keyIn('PublicReply', id);
      if (key === null) throw new NotFoundError('There is no reply with this id.', ['id']);
      return { reply: await deliveries.retry(caller, key) };
    });
  }
}
