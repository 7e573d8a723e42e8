import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../relay/payload.js';
import { Webhook, WebhookDelivery, WebhookEdge, WebhookEvent } from './webhook.js';

@InputType({ description: 'A webhook, to be made or changed.' })
export class SaveWebhookInput {
  @Field(() => ID, { nullable: true, description: 'The one to change; left out, a new one is made.' })
  id?: string | null;

  @Field(() => String, { description: 'An address that begins with https://, at most 2,000 characters.' })
  url!: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of, at least one.' })
  events!: WebhookEvent[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether notes are told of, by id alone. Left out: false, or as it is.',
  })
  includeNotes?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is told anything. Switched on again, it is sent what waited, and told what happens from then on. Left out: true, or as it is.',
  })
  enabled?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Make a new secret. For a day the one before signs besides it.',
  })
  rotateSecret?: boolean | null;
}

@ObjectType({ description: 'The webhook after the change.' })
export class SaveWebhookPayload extends Payload {
  @Field(() => Webhook, { nullable: true, description: 'The webhook as it is now; null where it failed.' })
  webhook?: Webhook;

  @Field(() => WebhookEdge, { nullable: true, description: 'Its edge in a list of webhooks.' })
  webhookEdge?: WebhookEdge;

  @Field(() => String, {
    nullable: true,
    description: 'What signs its deliveries. Told once, when the webhook is made or the secret is new.',
  })
  secret?: string | null;
}

@InputType({ description: 'Which webhook is to be gone.' })
export class DeleteWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  id!: string;
}

@ObjectType({ description: 'The webhook that is gone, and its deliveries with it.' })
export class DeleteWebhookPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Take this id out of every list.' })
  deletedWebhookId?: string;
}

@InputType({ description: 'Which delivery to send again.' })
export class RedeliverWebhookInput {
  @Field(() => ID, { description: 'The delivery.' })
  deliveryId!: string;
}

@ObjectType({ description: 'The delivery that is sent again.' })
export class RedeliverWebhookPayload extends Payload {
  @Field(() => WebhookDelivery, { nullable: true, description: 'The delivery as it is now; null where it failed.' })
  delivery?: WebhookDelivery;
}
