import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { isKey } from '../conversation/message-ids.js';
import type { Position } from '../database/keyset.js';
import { NotFoundError } from '../errors.js';
import { User } from '../identity/accounts/user.js';
import { ConnectionArguments, edgeOf, pageRequest } from '../relay/connection.js';
import { encodeGlobalId, keyOf, numberOf } from '../relay/global-id.js';
import { answer } from '../relay/payload.js';
import { Webhook, WebhookConnection, WebhookDeliveryConnection, WebhookDeliveryState } from './webhook.js';
import {
  DeleteWebhookInput,
  DeleteWebhookPayload,
  RedeliverWebhookInput,
  RedeliverWebhookPayload,
  SaveWebhookInput,
  SaveWebhookPayload,
} from './webhook.payloads.js';
import { webhookPosition } from './webhook-rows.js';

const isKeyPosition = ({ sort }: Position) => sort === null;

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => WebhookConnection, { description: 'Programs that are told what happens, in the order of their making.' })
  webhooks(
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { webhooks } }: Context,
  ): WebhookConnection {
    const request = pageRequest(args, isKeyPosition);
    return new WebhookConnection(
      () => webhooks.page(caller, request),
      () => webhooks.count(caller),
    );
  }

  @FieldResolver(() => User, { description: 'Who made it.' })
  async createdBy(@Root() { creatorKey }: Webhook, @Ctx() { loaders }: Context): Promise<User | null> {
    return loaders.user.load(creatorKey);
  }

  @FieldResolver(() => WebhookDeliveryConnection, {
    description: 'What it was told in the last 30 days, newest first.',
  })
  deliveries(
    @Root() { key: webhookKey }: Webhook,
    @Arg('state', () => [WebhookDeliveryState], { nullable: true, description: 'Any of these.' })
    state: WebhookDeliveryState[] | null,
    @Args(() => ConnectionArguments) args: ConnectionArguments,
    @Ctx() { caller, services: { webhooks } }: Context,
  ): WebhookDeliveryConnection {
    const request = pageRequest(args, isKeyPosition);
    const filter = { webhookKey, states: state ?? null };
    return new WebhookDeliveryConnection(
      () => webhooks.deliveries(caller, filter, request),
      () => webhooks.countDeliveries(caller, filter),
    );
  }

  @Mutation(() => SaveWebhookPayload, {
    description: 'Make or change a webhook. It is told what happens from then on.',
  })
  saveWebhook(
    @Arg('input', () => SaveWebhookInput, { description: 'The webhook.' }) input: SaveWebhookInput,
    @Ctx() { caller, services: { webhooks } }: Context,
  ): Promise<SaveWebhookPayload> {
    const { id, url, events, includeNotes = null, enabled = null, rotateSecret } = input;
    return answer(new SaveWebhookPayload(), async () => {
      const wanted = { url, events, includeNotes, enabled, rotateSecret: rotateSecret ?? false };
      const { webhook, secret } = await webhooks.save(caller, id == null ? null : keyIn(id), wanted);
      return { webhook, secret, webhookEdge: edgeOf(webhook, webhookPosition(webhook)) };
    });
  }

  @Mutation(() => DeleteWebhookPayload, { description: 'Delete a webhook and its deliveries, sent or not.' })
  deleteWebhook(
    @Arg('input', () => DeleteWebhookInput, { description: 'Which.' }) { id }: DeleteWebhookInput,
    @Ctx() { caller, services: { webhooks } }: Context,
  ): Promise<DeleteWebhookPayload> {
    return answer(new DeleteWebhookPayload(), async () => {
      const key = keyIn(id);
      await webhooks.delete(caller, key);
      return { deletedWebhookId: encodeGlobalId('Webhook', key) };
    });
  }

  @Mutation(() => RedeliverWebhookPayload, {
    description: 'Send a delivery again: the same body with the same id, and as many tries as a new one.',
  })
  redeliverWebhook(
    @Arg('input', () => RedeliverWebhookInput, { description: 'Which.' }) { deliveryId }: RedeliverWebhookInput,
    @Ctx() { caller, services: { webhooks } }: Context,
  ): Promise<RedeliverWebhookPayload> {
    return answer(new RedeliverWebhookPayload(), async () => {
      const key = keyOf('WebhookDelivery', deliveryId);
      if (key === null || !isKey(key)) throw new NotFoundError('There is no delivery with this id.', ['deliveryId']);
      return { delivery: await webhooks.redeliver(caller, key) };
    });
  }
}

/** @throws NotFoundError for what is no id of a webhook */
function keyIn(id: string): number {
  const key = numberOf('Webhook', id);
  if (key === null) throw new NotFoundError('There is no webhook with this id.', ['id']);
  return key;
}
